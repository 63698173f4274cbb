package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.settings.flat.Secret;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A source's secret that is kept in a file of its own, as container platforms mount them. */
final class SecretFile {

    /** A longer one is no secret but another file. */
    private static final long LONGEST = 64 * 1024;

    private final String prefix;
    private final List<String> mistakes;

    /** @param prefix of the source's settings */
    SecretFile(String prefix, List<String> mistakes) {
        this.prefix = prefix;
        this.mistakes = mistakes;
    }

    /** The source with the secret from its file, if it names one. */
    SourceConfig in(SourceConfig source) {
        if (source.secretFile() == null) {
            return source;
        }
        if (source.secret() != null) {
            mistakes.add("%ssecret and %ssecret.file exclude each other: keep one of them".formatted(prefix, prefix));
            return source;
        }
        return source.withSecret(read(source.secretFile()));
    }

    /** Null: there is none, and it has been complained of. */
    private Secret read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                return nothing(file, "is larger than 64 KiB, and so no secret");
            }
            String text = Files.readString(file).replaceFirst("\\R$", "");
            return text.isEmpty() ? nothing(file, "is empty") : new Secret(text);
        } catch (CharacterCodingException e) {
            return nothing(file, "is not UTF-8");
        } catch (IOException e) {
            return nothing(file, "cannot be read");
        }
    }

    private Secret nothing(Path file, String why) {
        mistakes.add("%ssecret.file: the file %s %s".formatted(prefix, file, why));
        return null;
    }
}

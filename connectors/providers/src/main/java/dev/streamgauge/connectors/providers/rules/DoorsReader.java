package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.settings.Settings;
import dev.streamgauge.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the rules of the doors. */
final class DoorsReader {

    private static final String USUAL = resource("usual.yaml");

    private DoorsReader() {}

    /** Made at its first use: most users of this package bring a file. */
    private static final class Usual {
        static final DoorRules RULES = read("doors.yaml", "");
    }

    static DoorRules usual() {
        return Usual.RULES;
    }

    static DoorRules read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new SettingsException(List.of(file + " does not exist: give the file of the doors' rules"));
        } catch (CharacterCodingException e) {
            throw new SettingsException(List.of(file + " is not in UTF-8: save it so"));
        } catch (IOException e) {
            throw new SettingsException(List.of(file + " cannot be read: " + e.getMessage()));
        }
    }

    static DoorRules read(String file, String yaml) {
        return new ConfiguredRules(Settings.read(DoorsFile.class, USUAL, file, yaml));
    }

    /** The file of the defaults. */
    static String defaults() {
        return USUAL;
    }

    private static String resource(String name) {
        try (InputStream stream = DoorsReader.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the defaults are part of the program", e);
        }
    }
}

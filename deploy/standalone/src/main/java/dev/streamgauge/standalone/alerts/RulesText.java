package dev.streamgauge.standalone.alerts;

import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Rules as somebody wrote them, without a mistake.
 *
 * @param yaml as it is published
 */
public record RulesText(String yaml, RuleSet rules) {

    /**
     * Reads a file.
     *
     * @throws StandaloneException if it cannot be read, or with every mistake in it
     */
    public static RulesText read(Path file) {
        return of(file.toString(), text(file));
    }

    /** The same for a text; its name is for messages. */
    public static RulesText of(String name, String yaml) {
        try {
            return new RulesText(yaml, RuleSet.read(name, yaml));
        } catch (SettingsException e) {
            int count = e.mistakes().size();
            throw new StandaloneException(
                    "%s cannot be used, for %s:".formatted(name, count == 1 ? "this reason" : count + " reasons"),
                    e.mistakes());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new StandaloneException("There is no file %s: give the file of the rules".formatted(file), e);
        } catch (CharacterCodingException e) {
            throw new StandaloneException("The rules %s are not in UTF-8: save them so".formatted(file), e);
        } catch (IOException e) {
            throw new StandaloneException("The rules %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** What is in them, in a line. */
    public String says() {
        return "%s, %s, %s; version %s"
                .formatted(
                        count(rules.rules().size(), "rule"),
                        count(rules.inhibitions().size(), "inhibition"),
                        count(rules.maintenance().size(), "maintenance window"),
                        rules.version());
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

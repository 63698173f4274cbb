package dev.streamgauge.processors.rules;

import dev.streamgauge.schemas.ContentHash;
import dev.streamgauge.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rules that are in force together.
 *
 * @param version a hash of the text that they were read from
 */
public record RuleSet(List<Rule> rules, List<Inhibition> inhibitions, List<Maintenance> maintenance, String version) {

    /** The name of the alert that is always there, and of no rule. */
    public static final String WATCHDOG = "Watchdog";

    /** Where the rules that ship are. */
    private static final String SHIPPED = "rules.yaml";

    /**
     * Reads rules.
     *
     * @throws SettingsException with all mistakes, each with its line and what would be right
     */
    public static RuleSet read(String yaml) {
        return read(SHIPPED, yaml);
    }

    /** The same; the file's name is for messages. */
    public static RuleSet read(String file, String yaml) {
        String version = ContentHash.of(yaml.getBytes(StandardCharsets.UTF_8));
        return RulesReader.read(file, yaml, version);
    }

    /** The rules that are in force where nobody has published others. */
    public static RuleSet shipped() {
        return read(shippedText());
    }

    /** The text of these. */
    public static String shippedText() {
        try (InputStream stream = RuleSet.class.getResourceAsStream(SHIPPED)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the rules are part of the program", e);
        }
    }

    /** The rules that look at a subject, in their order. It compares patterns: ask once for each. */
    public List<Rule> of(Subject subject) {
        return rules.stream().filter(rule -> rule.appliesTo(subject)).toList();
    }
}

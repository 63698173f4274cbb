package dev.streamgauge.checks.mutants;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A definition broken on purpose.
 *
 * @param line where in the list of mutants it stands, from 1
 * @param name the wrong rule that it makes, in plain words
 * @param file the source that it breaks, below the root package of the processors
 * @param text what it replaces; must occur there once, however it is broken into lines
 * @param replacement what it puts there
 */
record Mutant(int line, String name, String file, String text, String replacement) {

    private static final List<String> OF_ALERTS = List.of("alerts/", "queues/", "rules/", "watch/");

    /** Whether it breaks what alerts, and not facts and aggregates. */
    boolean ofAlerts() {
        return OF_ALERTS.stream().anyMatch(file::startsWith);
    }

    /** The broken source. */
    String applyTo(String source) {
        long times = occurrences().matcher(source).results().count();
        if (times != 1) {
            throw new IllegalArgumentException(times == 0 ? gone() : ambiguous(times));
        }
        return occurrences().matcher(source).replaceFirst(Matcher.quoteReplacement(replacement));
    }

    private Pattern occurrences() {
        return Pattern.compile(
                Arrays.stream(text.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }

    private String gone() {
        return """
                The mutant '%s' (%s, line %d) replaces what is no longer in %s:
                    %s
                If the rule has only been written otherwise, or elsewhere, put its new text after the '-', and its file above it. If there is no such rule any more, remove the mutant.""".formatted(name, Mutants.FILE, line, file, text);
    }

    private String ambiguous(long times) {
        return """
                The mutant '%s' (%s, line %d) replaces what occurs %d times in %s, and must occur once:
                    %s
                Put more of the source's text around it after the '-' and the '+'.""".formatted(name, Mutants.FILE, line, times, file, text);
    }

    /** What it says in the list. */
    String described() {
        return "%s, line %d: %s%n  %s%n- %s%n+ %s".formatted(Mutants.FILE, line, name, file, text, replacement);
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.streamgauge.checks.devlake;

import java.util.Locale;

/** Where an answer of DevLake and ours are not the same, and the rule that makes it so. */
record Difference(String request, Column column, String theirs, String ours, Rule rule) {

    /** Its line in docs/devlake.md. */
    String documented() {
        return "| %s | %s | %s | %s | %s |".formatted(request, words(column), theirs, ours, words(rule));
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

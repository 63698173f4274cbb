package dev.streamgauge.oracle.examples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.oracle.OracleSettings;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example of the page, as it is or with a line changed, and what the oracle makes of it.
 *
 * @param lines its events
 * @param settings of the oracle
 * @param shown which rows are looked at
 */
record Example(List<String> lines, OracleSettings settings, Predicate<ObjectNode> shown) {

    Example {
        lines = List.copyOf(lines);
    }

    static Example of(String name) {
        return new Example(Docs.example(name), OracleSettings.DEFAULTS, row -> true);
    }

    /** With other settings. */
    Example by(OracleSettings other) {
        return new Example(lines, other, shown);
    }

    /** With a text replaced in all lines that hold another. */
    Example changed(String where, String text, String replacement) {
        require(where);
        return new Example(
                lines.stream()
                        .map(line -> line.contains(where) ? line.replace(text, replacement) : line)
                        .toList(),
                settings,
                shown);
    }

    /** Without the lines that hold a text. */
    Example without(String text) {
        require(text);
        return new Example(lines.stream().filter(line -> !line.contains(text)).toList(), settings, shown);
    }

    /** With one line more. */
    Example and(String line) {
        return new Example(Stream.concat(lines.stream(), Stream.of(line)).toList(), settings, shown);
    }

    private void require(String text) {
        if (lines.stream().noneMatch(line -> line.contains(text))) {
            throw new IllegalArgumentException("no line of the example holds " + text);
        }
    }

    /** Only rows with one of these values. */
    Example where(String field, String... values) {
        return new Example(lines, settings, shown.and(row -> Set.of(values).contains(text(row, field))));
    }

    /** No rows with a value that ends so. */
    Example but(String field, String end) {
        return new Example(lines, settings, shown.and(row -> !text(row, field).endsWith(end)));
    }

    /** Rows of the repository for 2 March. */
    Example day() {
        return windows("day").where("window_start", "2026-03-02T00:00:00.000Z");
    }

    /** Rows of the repository for the windows of these lengths. */
    Example windows(String... lengths) {
        return where("window", lengths).where("scope", "repository").forAllEvidence();
    }

    private Example forAllEvidence() {
        return new Example(
                lines,
                settings,
                shown.and(row -> row.path("ai_evidence").asText("*").equals("*")));
    }

    /** These fields of the rows of a section, as the page writes them. */
    List<String> told(String section, List<String> fields) {
        try (Oracle oracle = Oracle.open(settings)) {
            return oracle.compute(lines).get(section).stream()
                    .filter(shown)
                    .map(row -> told(row, fields))
                    .toList();
        }
    }

    private static String told(ObjectNode row, List<String> fields) {
        return fields.stream().map(field -> Cell.of(field, row.required(field))).collect(Collectors.joining(" | "));
    }

    private static String text(ObjectNode row, String field) {
        return row.path(field).asText();
    }
}

package dev.streamgauge.standalone.explain;

import dev.streamgauge.processors.explain.Addition;
import dev.streamgauge.standalone.cli.TableWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What was counted where, for people: rows that differ only in their window, their AI evidence or their scope stand in one line. */
final class CountedText {

    /** A roll-up has one row for all of these. */
    private static final Set<String> MERGED = Set.of("service", "workflow", "job");

    private static final String EVIDENCE = "ai_evidence";

    private static final Set<String> NOT_DIMENSIONS = Set.of("scope", "name", "window", "window_start");

    /** What rows of one line have in common. */
    private record Line(String topic, Map<String, String> rolledUp, Map<String, Long> adds) {}

    /** What they differ in. */
    private record Rows(Map<String, String> dimensions, Set<String> evidence, Set<String> windows, Set<String> names) {

        static Rows of(Map<String, String> dimensions) {
            return new Rows(dimensions, new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private CountedText() {}

    static TableWriter of(List<Addition> additions) {
        Map<Line, Rows> lines = new LinkedHashMap<>();
        for (Addition addition : additions) {
            Map<String, String> dimensions = dimensions(addition.key());
            Map<String, String> rolledUp = new LinkedHashMap<>(dimensions);
            rolledUp.replaceAll((name, value) -> MERGED.contains(name) ? "*" : value);
            rolledUp.remove(EVIDENCE);
            Rows rows = lines.computeIfAbsent(
                    new Line(addition.topic(), rolledUp, addition.adds()), line -> Rows.of(dimensions));
            rows.evidence().add(dimensions.get(EVIDENCE));
            rows.windows().add(window(addition.key()));
            rows.names().add(addition.key().get("scope") + " " + addition.key().get("name"));
        }
        TableWriter table = new TableWriter("topic", "key", "windows", "of", "adds");
        lines.forEach((line, rows) -> table.row(
                line.topic(),
                values(rows),
                String.join(", ", rows.windows()),
                String.join(", ", rows.names()),
                adds(line.adds())));
        return table;
    }

    private static Map<String, String> dimensions(Map<String, String> key) {
        Map<String, String> dimensions = new LinkedHashMap<>(key);
        dimensions.keySet().removeAll(NOT_DIMENSIONS);
        return dimensions;
    }

    private static String values(Rows rows) {
        Map<String, String> shown = new LinkedHashMap<>(rows.dimensions());
        shown.computeIfPresent(EVIDENCE, (name, value) -> String.join(",", rows.evidence()));
        return String.join(" ", shown.values());
    }

    private static String window(Map<String, String> key) {
        String start = key.get("window_start");
        boolean hour = key.get("window").equals("hour");
        return key.get("window") + " " + start.substring(0, hour ? "2026-03-02T10:00".length() : "2026-03-02".length());
    }

    private static String adds(Map<String, Long> adds) {
        List<String> texts = new ArrayList<>();
        adds.forEach((field, amount) ->
                texts.add(field + (amount < 0 ? " " : " +") + String.format(Locale.ROOT, "%,d", amount)));
        return String.join(", ", texts);
    }
}

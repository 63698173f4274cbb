package dev.streamgauge.processors.explain;

import dev.streamgauge.processors.aggregates.Contribution;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.publish.SummaryFields;
import dev.streamgauge.processors.publish.WindowTopics;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rollups.Targets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which windows a fact is counted in, and what it adds to them: those of the repository, of its team and of its organisation. */
final class Additions {

    // As the records themselves are printed, so that keys can be compared as texts.
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final List<Group> groups;
    private final Map<Row, Map<String, Long>> sums = new LinkedHashMap<>();

    /** A row that is published. */
    private record Row(WindowKey key, String metric) {}

    Additions(List<Group> groups) {
        this.groups = groups;
    }

    /** Counts what a fact contributes. */
    Additions count(List<Contribution> contributions) {
        for (Contribution contribution : contributions) {
            amounts(contribution).forEach((name, amount) -> {
                Row row = new Row(contribution.key(), contribution.metric());
                add(row, name, amount);
                rollUp(row, name, amount);
            });
        }
        return this;
    }

    private void rollUp(Row row, String name, long amount) {
        for (Group group : groups) {
            if (Targets.counts(row.key())) {
                Row target = new Row(Targets.of(group, row.key()), row.metric());
                add(target, name, Targets.sign(row.key()) * amount);
            }
        }
    }

    private void add(Row row, String name, long amount) {
        sums.computeIfAbsent(row, none -> new TreeMap<>()).merge(name, amount, Long::sum);
    }

    private static Map<String, Long> amounts(Contribution contribution) {
        Map<String, Long> amounts = new TreeMap<>(contribution.sums());
        SummaryFields fields = SummaryFields.of(contribution.key().kind());
        if (contribution.durationMs() != null && fields != null) {
            amounts.put(fields.count(), 1L);
            amounts.put(fields.sumMs(), contribution.durationMs());
        }
        return amounts;
    }

    /** The published ones, without those to which nothing is added in the end. */
    List<Addition> list() {
        List<Addition> additions = new ArrayList<>();
        sums.forEach((row, amounts) -> {
            WindowKey key = row.key();
            boolean any = amounts.values().stream().anyMatch(amount -> amount != 0);
            if (any && WindowTopics.of(key.kind()) != null) {
                additions.add(new Addition(WindowTopics.of(key.kind()).name(), named(row), nonZero(key, amounts)));
            }
        });
        return additions;
    }

    // A duration of zero is counted, and its sum is worth showing.
    private static Map<String, Long> nonZero(WindowKey key, Map<String, Long> amounts) {
        Map<String, Long> shown = new TreeMap<>(amounts);
        SummaryFields fields = SummaryFields.of(key.kind());
        shown.entrySet()
                .removeIf(each -> each.getValue() == 0
                        && (fields == null || !each.getKey().equals(fields.sumMs())));
        return shown;
    }

    private static Map<String, String> named(Row row) {
        WindowKey key = row.key();
        Map<String, String> named = new LinkedHashMap<>();
        named.put("scope", key.scope().label());
        named.put("name", key.name());
        List<String> names = key.kind().dimensions();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), key.dimensions().get(i));
        }
        if (!row.metric().equals(WindowSums.ONLY)) {
            named.put("metric", row.metric());
        }
        named.put("window", key.window().label());
        named.put("window_start", TIME.format(Instant.ofEpochMilli(key.start())));
        return named;
    }
}

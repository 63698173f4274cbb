package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Contribution;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.publish.PublicCompleteness;
import dev.streamgauge.processors.publish.PublicFacts;
import dev.streamgauge.processors.publish.PublicWindow;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.standalone.report.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The production models on tables in memory, "committing" after every few events: as the topology does, only faster. */
public final class PureEngine {

    private final TreeTables tables = new TreeTables();
    private final Assembly assembly = new Assembly(tables);
    private final Aggregation aggregation = new Aggregation(tables);
    private final Map<String, Map<Key, List<Contribution>>> counted = new HashMap<>();

    public void apply(SpecificRecord event) {
        assembly.apply(event);
    }

    /** Aggregates what was revised since the last commit. */
    void commit() {
        Counted.all(Definitions.DEFAULT).forEach(this::aggregate);
    }

    private <V> void aggregate(Counted<V> each) {
        TableSpec<V> spec = each.facts();
        Map<Key, List<Contribution>> before = counted.computeIfAbsent(spec.name(), name -> new TreeMap<>());
        Map<Key, List<Contribution>> now = new TreeMap<>();
        tables.table(spec)
                .rows()
                .forEach((key, value) -> now.put(key, each.contributions().apply(value)));
        before.forEach((key, old) -> aggregation.revise(old, now.getOrDefault(key, List.of())));
        now.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                aggregation.revise(List.of(), value);
            }
        });
        counted.put(spec.name(), now);
    }

    /** Every fact and aggregate. */
    public Map<String, List<ObjectNode>> sections() {
        commit();
        Map<String, List<ObjectNode>> sections = new LinkedHashMap<>();
        PublicFacts.all().forEach(facts -> sections.put(title(facts), facts(facts)));
        for (WindowKey.Kind kind : WindowKey.Kind.values()) {
            sections.put(kind.name().toLowerCase(java.util.Locale.ROOT), rows(Aggregation.WINDOWS, window(kind)));
        }
        sections.put(
                "completeness", rows(Ledger.COMPLETENESS, revision -> PublicCompleteness.of(revision, Instant.EPOCH)));
        return sections;
    }

    /** A section is called as its topic: red-episodes.v1 is red_episodes. */
    private static String title(PublicFacts<?> facts) {
        return facts.topic().name().replaceAll("\\.v\\d+$", "").replace('-', '_');
    }

    private <V> List<ObjectNode> facts(PublicFacts<V> facts) {
        return rows(facts.facts(), facts.mapping());
    }

    private static Function<Revision<WindowSums>, Published> window(WindowKey.Kind kind) {
        return revision -> revision.after().key().kind() == kind ? PublicWindow.of(revision, Instant.EPOCH) : null;
    }

    private <V> List<ObjectNode> rows(TableSpec<V> spec, Function<Revision<V>, Published> publish) {
        Map<SpecificRecord, SpecificRecord> current = new HashMap<>();
        for (V value : tables.table(spec).rows().values()) {
            Published published = publish.apply(new Revision<>(null, value, 1));
            if (published != null) {
                current.put(published.key(), published.value());
            }
        }
        return Rows.of(current.keySet(), current);
    }
}

package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.publish.PublicCompleteness;
import dev.streamgauge.processors.publish.PublicFacts;
import dev.streamgauge.processors.publish.PublicWindow;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.publish.WindowTopics;
import dev.streamgauge.processors.rollups.Catalogue;
import dev.streamgauge.processors.rollups.Differences;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rollups.RollUps;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.standalone.report.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The production models on tables in memory, "committing" after every few events: as the topology does, only faster. */
public final class PureEngine {

    private final RevisedTables tables = new RevisedTables();
    private final Aggregation aggregation = new Aggregation(tables);
    private final Catalogue catalogue = new Catalogue(tables);
    private final Differences differences = new Differences(tables, 0, () -> "pure");
    private final RollUps rollUps = new RollUps(tables);
    private final Definitions definitions;
    private final Assembly assembly;

    public PureEngine() {
        this(Definitions.DEFAULT);
    }

    PureEngine(Definitions definitions) {
        this.definitions = definitions;
        this.assembly = new Assembly(tables, definitions);
    }

    public void apply(SpecificRecord event) {
        if (event instanceof RepositoryOwned owned) {
            own(owned);
        } else {
            assembly.apply(event);
        }
    }

    /** A repository that moves takes its past along. */
    private void own(RepositoryOwned owned) {
        List<Group> before = catalogue.groups(owned.getRepository());
        List<Group> after = catalogue.groupsAfter(owned);
        if (!before.equals(after)) {
            commit();
            tables.rows(Aggregation.WINDOWS).values().stream()
                    .filter(row -> row.key().name().equals(owned.getRepository()))
                    .forEach(row -> {
                        differences.revised(before, row, null);
                        differences.revised(after, null, row);
                    });
        }
        catalogue.apply(owned);
    }

    /** Aggregates and rolls up what was revised since the last commit. */
    void commit() {
        Counted.all(definitions).forEach(this::aggregate);
        tables.commit(Aggregation.WINDOWS, (before, after) -> {
            WindowSums any = after == null ? before : after;
            differences.revised(catalogue.groups(any.key().name()), before, after);
        });
        differences.take().forEach(rollUps::apply);
    }

    private <V> void aggregate(Counted<V> each) {
        tables.commit(
                each.facts(),
                (before, after) -> aggregation.revise(
                        each.contributions().apply(before), each.contributions().apply(after)));
    }

    /** Every fact and aggregate. */
    public Map<String, List<ObjectNode>> sections() {
        commit();
        Map<String, List<ObjectNode>> sections = new LinkedHashMap<>();
        PublicFacts.all().forEach(facts -> sections.put(title(facts), facts(facts)));
        for (WindowKey.Kind kind : WindowKey.Kind.values()) {
            if (WindowTopics.of(kind) != null) {
                sections.put(kind.name().toLowerCase(Locale.ROOT), windows(kind));
            }
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

    /** The windows of repositories, and those of teams and organisations. */
    private List<ObjectNode> windows(WindowKey.Kind kind) {
        Map<SpecificRecord, SpecificRecord> current = new HashMap<>();
        current(Aggregation.WINDOWS, window(kind), current);
        current(RollUps.ROLLED_UP, window(kind), current);
        return Rows.of(current.keySet(), current);
    }

    private static Function<Revision<WindowSums>, List<Published>> window(WindowKey.Kind kind) {
        return revision -> revision.after().key().kind() == kind
                ? PublicWindow.of(revision, Instant.EPOCH).stream()
                        .map(PublicWindow.Revised::current)
                        .toList()
                : List.of();
    }

    private <V> List<ObjectNode> rows(TableSpec<V> spec, Function<Revision<V>, Published> publish) {
        Map<SpecificRecord, SpecificRecord> current = new HashMap<>();
        current(spec, publish.andThen(Stream::ofNullable).andThen(Stream::toList), current);
        return Rows.of(current.keySet(), current);
    }

    private <V> void current(
            TableSpec<V> spec,
            Function<Revision<V>, List<Published>> publish,
            Map<SpecificRecord, SpecificRecord> current) {
        for (V value : tables.rows(spec).values()) {
            publish.apply(new Revision<>(null, value, 1))
                    .forEach(published -> current.put(published.key(), published.value()));
        }
    }
}

package dev.streamgauge.processors.testkit;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.completeness.Completeness;
import dev.streamgauge.processors.completeness.Gap;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.forgetting.Sweep;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.runs.FirstRuns;
import dev.streamgauge.processors.runs.FirstVerdicts;
import dev.streamgauge.processors.runs.NextGreens;
import dev.streamgauge.processors.runs.Runs;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.TreeTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models and their windows, with a memory that may end. */
public final class Remembering {

    private static final int ROWS = 60;
    private static final List<TableSpec<?>> PUBLIC = List.of(
            Deliveries.DEPLOYS,
            Deliveries.DELIVERIES,
            Failures.VERDICTS,
            Failures.INCIDENTS,
            MainHealth.BUILDS,
            MainHealth.EPISODES,
            FirstVerdicts.FIRST_VERDICTS,
            FirstRuns.FIRST_RUNS,
            NextGreens.NEXT_GREENS,
            Runs.JOBS,
            Aggregation.WINDOWS);

    private final TreeTables tables = new TreeTables();
    private final Published published = new Published(tables);
    private final Memory memory;
    private final Assembly assembly;
    private final Sweep sweep;
    private long now = Long.MIN_VALUE;

    public Remembering(Memory memory, Definitions definitions) {
        this.memory = memory;
        Aggregation windows = new Aggregation(published, this::horizon);
        this.assembly = new Assembly(
                new SummedTables(published, windows, Counted.all(definitions)), definitions, this::horizon);
        List<Expiring<?>> expiring = new ArrayList<>(assembly.expiring());
        expiring.addAll(Aggregation.expiring());
        this.sweep = new Sweep(tables, expiring);
    }

    private long horizon() {
        return memory.ends() ? memory.horizon(now) : Long.MIN_VALUE;
    }

    /** Learns from an event; now and then, some of what is over is forgotten. */
    public void hears(LongHistory.Arrival arrival) {
        now = arrival.at().toEpochMilli();
        assembly.apply(arrival.event());
        if (memory.ends()) {
            sweep.step(horizon(), ROWS);
        }
    }

    /** Nothing happens for a while, and all that is over is forgotten. */
    public void rests(Instant until) {
        now = until.toEpochMilli();
        for (int round = 0; round < 5; round++) {
            sweep.step(horizon(), Integer.MAX_VALUE);
        }
    }

    /** The rows of a table as they were last published. */
    public <V> Map<Key, V> published(TableSpec<V> spec) {
        return published.of(spec);
    }

    /** How many rows each table has, by its name. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        published.specs().forEach(spec -> sizes.put(spec.name(), size(spec)));
        return sizes;
    }

    /** The rows of a table that are not forgotten. */
    public <V> Collection<V> remembered(TableSpec<V> spec) {
        return tables.table(spec).rows().values();
    }

    /** How many there are of a gap. */
    public long missing(Gap gap) {
        return published(Ledger.COMPLETENESS).values().stream()
                .mapToLong(row -> row.count(gap))
                .sum();
    }

    /** How many rows a table has. */
    public int size(TableSpec<?> spec) {
        return tables.table(spec).rows().size();
    }

    /** All that was published, to compare by. */
    public Map<String, Map<Key, ?>> facts() {
        Map<String, Map<Key, ?>> facts = new LinkedHashMap<>();
        facts.put("changes", changes());
        facts.put("lanes", lanes());
        facts.put("completeness", completeness());
        PUBLIC.forEach(spec -> facts.put(spec.name(), published(spec)));
        return facts;
    }

    /** How lanes stand, but for deploys that never finish: these are given up. */
    private Map<Key, LaneState> lanes() {
        Map<Key, LaneState> lanes = new TreeMap<>();
        published(Deliveries.LANE_STATES)
                .forEach((key, lane) -> lanes.put(
                        key,
                        new LaneState(
                                lane.repository(),
                                lane.lane(),
                                lane.production(),
                                lane.running(),
                                lane.waitingChanges(),
                                lane.oldestChange(),
                                lane.waitingSince(),
                                null)));
        return lanes;
    }

    /** What is missing, but for what never ends and is given up. */
    private Map<Key, Completeness> completeness() {
        Map<Key, Completeness> sources = new TreeMap<>();
        published(Ledger.COMPLETENESS).forEach((key, row) -> {
            Map<String, Long> gaps = new TreeMap<>(row.gaps());
            gaps.keySet().removeAll(List.of(Gap.BUILD_UNFINISHED.name(), Gap.DEPLOY_UNFINISHED.name()));
            sources.put(
                    key,
                    new Completeness(
                            row.repository(),
                            row.source(),
                            row.firstEventAt(),
                            row.lastEventAt(),
                            gaps,
                            row.lastReceivedAt(),
                            row.looks()));
        });
        return sources;
    }

    /** The changes without their private list of watched commits. */
    private Map<Key, Change> changes() {
        Map<Key, Change> changes = new TreeMap<>();
        published(Changes.CHANGES).forEach((key, change) -> {
            if (change.published()) {
                changes.put(key, Story.withoutWatched(change));
            }
        });
        return changes;
    }
}

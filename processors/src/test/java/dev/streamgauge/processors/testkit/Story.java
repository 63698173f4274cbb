package dev.streamgauge.processors.testkit;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.aggregates.Window;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.completeness.Completeness;
import dev.streamgauge.processors.completeness.Gap;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.processors.deliveries.Stages;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.runs.FirstRuns;
import dev.streamgauge.processors.runs.FirstVerdicts;
import dev.streamgauge.processors.runs.NextGreens;
import dev.streamgauge.processors.runs.Runs;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.TreeTables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the models make of some events of one repository, told in short: "-" for null, without the repository and the date. */
public final class Story {

    public static final String SHOP = "github.com/acme/shop";
    public static final Lane PRODUCTION = new Lane("shop", "production");

    private final TreeTables tables = new TreeTables();
    private final Assembly assembly;

    private Story(Definitions definitions) {
        this.assembly =
                new Assembly(new SummedTables(tables, new Aggregation(tables), Counted.all(definitions)), definitions);
    }

    /** Nothing has happened yet. */
    public static Story under(Definitions definitions) {
        return new Story(definitions);
    }

    public static Story of(Telling... events) {
        return under(Definitions.DEFAULT).then(events);
    }

    public static Story of(List<? extends Telling> events) {
        return of(events.toArray(Telling[]::new));
    }

    /** What comes later. */
    public Story then(Telling... events) {
        for (Telling each : events) {
            assembly.apply(each.event());
        }
        return this;
    }

    public <V> Collection<V> rows(TableSpec<V> spec) {
        return tables.table(spec).rows().values();
    }

    /** "a1 #1": the commits on main in its order, each with its changes. */
    public List<String> main() {
        return rows(Landings.LINE).stream()
                .map(commit -> commit.position().sha() + " " + shortened(String.join(" ", commit.changes())))
                .toList();
    }

    public Change change(String id) {
        return tables.table(Changes.CHANGES).get(Key.of(SHOP).and(SHOP + id));
    }

    /** "#1 landed subject a1 09:00 08:00": state, what joined it, landing, its time, first author date. */
    public List<String> changes() {
        return rows(Changes.CHANGES).stream()
                .filter(Change::published)
                .map(Story::told)
                .toList();
    }

    private static String told(Change change) {
        return String.join(
                " ",
                shortened(change.id()),
                change.state(),
                change.landed() ? change.joinedBy() + " " + change.landing().sha() : "-",
                change.landed() ? Moments.told(change.landing().landedAt()) : "-",
                Moments.told(change.firstAuthoredAt()));
    }

    /** "#2 D1 owned_sha 15m 75m", or "#1 baseline": deploy, evidence, delivery lead time, change lead time, or why there is none. */
    public List<String> deliveries() {
        return deliveries(PRODUCTION);
    }

    public List<String> deliveries(Lane lane) {
        return rows(Deliveries.DELIVERIES).stream()
                .filter(delivery -> delivery.lane().equals(lane) && !delivery.isInFlight())
                .map(delivery -> shortened(delivery.change())
                        + (delivery.isBaseline()
                                ? " baseline"
                                : " %s %s %s %s"
                                        .formatted(
                                                delivery.finish().deployId(),
                                                delivery.evidence(),
                                                Moments.told(
                                                        delivery.deliveryLeadTimeMs(), delivery.deliveryExclusion()),
                                                Moments.told(delivery.changeLeadTimeMs(), delivery.changeExclusion()))))
                .toList();
    }

    /** "#2 integration 09:30": the stage that a change in flight to production is in, and since when. */
    public List<String> inFlight() {
        return rows(Deliveries.DELIVERIES).stream()
                .filter(delivery -> delivery.lane().equals(PRODUCTION) && delivery.isInFlight())
                .map(delivery -> shortened(delivery.change()) + " "
                        + delivery.open().stage().label() + " "
                        + Moments.told(delivery.open().since()))
                .toList();
    }

    /**
     * "#2 60m - - 30m 5m 0m 10m, queue 5m, approval -": the lengths of the stages of what was delivered to production, in the order
     * of the flow; "-" for one that did not occur.
     */
    public List<String> stages() {
        return rows(Deliveries.DELIVERIES).stream()
                .filter(delivery -> delivery.lane().equals(PRODUCTION) && delivery.stages() != null)
                .map(delivery -> shortened(delivery.change()) + " " + told(delivery.stages()))
                .toList();
    }

    private static String told(Stages stages) {
        return Stream.of(Stage.values())
                        .map(stage -> stages.occurred(stage) ? Moments.told((Long) stages.lengthMs(stage), "-") : "-")
                        .collect(Collectors.joining(" "))
                + ", queue " + Moments.told(stages.mergeQueueMs(), "-")
                + ", approval " + Moments.told(stages.approvalWaitMs(), "-");
    }

    /** "shop/production runs D1, 2 wait since 09:30 #2, D2 running since 09:40": how lanes stand; "-" for nothing. */
    public List<String> lanes() {
        return rows(Deliveries.LANE_STATES).stream().map(Story::told).toList();
    }

    private static String told(LaneState state) {
        String lane = state.lane().service() + "/" + state.lane().environment();
        String running = state.running() == null ? "-" : state.running().deployId();
        String waiting = state.waitingChanges() == 0
                ? "-"
                : "%d wait since %s %s"
                        .formatted(
                                state.waitingChanges(),
                                Moments.told(state.waitingSince()),
                                shortened(state.oldestChange()));
        LaneState.Holding holding = state.holding();
        String held = holding == null
                ? "-"
                : holding.deployId() + " " + holding.state() + " since " + Moments.told(holding.since());
        return "%s runs %s, %s, %s".formatted(lane, running, waiting, held);
    }

    /** "D1 on_main b1", or "D1 unjoined off_main": how it was joined, its place or why it has none. */
    public List<String> deploys() {
        return rows(Deliveries.DEPLOYS).stream()
                .map(deploy -> deploy.ref().deployId() + " " + deploy.joinedBy()
                        + (deploy.position() == null
                                ? ""
                                : " " + deploy.position().sha())
                        + (deploy.unjoinedReason() == null ? "" : " " + deploy.unjoinedReason()))
                .toList();
    }

    /** "2.1 red 09:25, 4.1 green 09:55, failures 2", or "8.1 red 11:20, failures 1": run and attempt. */
    public List<String> episodes() {
        return rows(MainHealth.EPISODES).stream().map(Story::told).toList();
    }

    private static String told(Episode episode) {
        var red = episode.opener().build();
        String opened = "%s.%d red %s, "
                .formatted(
                        red.runId(),
                        red.attempt(),
                        Moments.told(episode.opener().at()));
        String closed = "";
        if (!episode.open()) {
            var green = episode.closer().build();
            closed = "%s.%d green %s, "
                    .formatted(
                            green.runId(),
                            green.attempt(),
                            Moments.told(episode.closer().at()));
        }
        return opened + closed + "failures " + episode.failures();
    }

    /** How many there are of a gap. */
    public long missing(Gap gap) {
        return completeness("*").count(gap);
    }

    /** "09:00 11:00": a source's first and last event. */
    public String heard(String source) {
        Completeness row = completeness(source);
        return Moments.told(row.firstEventAt()) + " " + Moments.told(row.lastEventAt());
    }

    /** What is known of a source, or (*) of all. */
    public Completeness completeness(String source) {
        return tables.table(Ledger.COMPLETENESS).get(Key.of(SHOP).and(source));
    }

    /**
     * The sums of a window; null if it has none.
     *
     * @param dimensions with the metric behind them, if it has some
     */
    public WindowSums window(WindowKey.Kind kind, Window window, String start, String... dimensions) {
        int named = kind.dimensions().size();
        WindowKey key = new WindowKey(
                kind,
                WindowKey.Scope.REPOSITORY,
                SHOP,
                List.of(dimensions).subList(0, named),
                window,
                Moments.millis(start));
        String metric = dimensions.length > named ? dimensions[named] : WindowSums.ONLY;
        return rows(Aggregation.WINDOWS).stream()
                .filter(sums -> sums.key().equals(key) && sums.metrics().containsKey(metric))
                .map(sums -> sums.only(metric))
                .findFirst()
                .orElse(null);
    }

    /** The named sums of a window; null if it has none. */
    public Map<String, Long> sums(WindowKey.Kind kind, Window window, String start, String... dimensions) {
        WindowSums sums = window(kind, window, start, dimensions);
        return sums == null ? null : sums.sums();
    }

    /** All that is published, to compare stories by. */
    public Map<String, List<?>> facts() {
        Map<String, List<?>> facts = new LinkedHashMap<>();
        facts.put("changes", published());
        for (TableSpec<?> spec : List.of(
                Landings.LINE,
                Deliveries.DEPLOYS,
                Deliveries.DELIVERIES,
                Failures.VERDICTS,
                Failures.INCIDENTS,
                Deliveries.LANE_STATES,
                MainHealth.BUILDS,
                MainHealth.EPISODES,
                FirstVerdicts.FIRST_VERDICTS,
                FirstRuns.FIRST_RUNS,
                NextGreens.NEXT_GREENS,
                Runs.JOBS,
                Ledger.COMPLETENESS,
                Aggregation.WINDOWS)) {
            facts.put(spec.name(), List.copyOf(rows(spec)));
        }
        return facts;
    }

    /** The changes without their private list of deployed commits, which may name one that a deploy no longer has. */
    private List<Change> published() {
        return rows(Changes.CHANGES).stream()
                .filter(Change::published)
                .map(Story::withoutWatched)
                .toList();
    }

    static Change withoutWatched(Change change) {
        return new Change(
                change.repository(),
                change.id(),
                change.request(),
                change.landings(),
                change.review(),
                change.requestWritten(),
                change.carrier(),
                change.reverts(),
                List.of());
    }

    private static String shortened(String id) {
        return id.replace(SHOP, "");
    }
}

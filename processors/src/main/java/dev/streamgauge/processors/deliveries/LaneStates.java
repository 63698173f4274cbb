package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashMap;
import java.util.Map;

/** How lanes stand. An event notes which lanes it touches; each of these is then looked at once, at the ends of ordered tables. */
final class LaneStates {

    static final TableSpec<Waiting> WAITING = new TableSpec<>(
            "deliveries",
            "waiting-changes",
            Waiting.class,
            "the changes in flight that landed within memory, per lane");

    private final Table<LaneState> states;
    private final Table<Waiting> waiting;
    private final Table<Deploy> facts;
    private final LaneDeploys deploys;
    private final Definitions definitions;

    /** The lanes that an event touches, and how many more changes wait for each. */
    private final Map<Lane, Integer> touched = new LinkedHashMap<>();

    LaneStates(Tables tables, LaneDeploys deploys, Definitions definitions) {
        this.states = tables.table(Deliveries.LANE_STATES);
        this.waiting = tables.table(WAITING);
        this.facts = tables.table(Deliveries.DEPLOYS);
        this.deploys = deploys;
        this.definitions = definitions;
    }

    void touch(Lane lane) {
        touched.merge(lane, 0, Integer::sum);
    }

    /** Learns from a delivery that was revised; either may be null. */
    void deliveryRevised(Delivery before, Delivery after) {
        if (before != null && before.isInFlight()) {
            waiting.remove(waitingKey(before));
            touched.merge(before.lane(), -1, Integer::sum);
        }
        if (after != null && after.isInFlight()) {
            waiting.put(waitingKey(after), new Waiting(after.change(), after.landedAt()));
            touched.merge(after.lane(), 1, Integer::sum);
        }
    }

    /** Forgets a delivery. Who waited is given up. */
    void forget(Delivery delivery) {
        if (delivery.isInFlight()) {
            waiting.forget(waitingKey(delivery));
            touched.merge(delivery.lane(), -1, Integer::sum);
        }
    }

    /** Looks at the lanes that were touched. */
    void settle(String repository) {
        touched.forEach((lane, more) -> revise(repository, lane, more));
        touched.clear();
    }

    private void revise(String repository, Lane lane, int more) {
        Key key = lane.appendTo(Key.of(repository));
        LaneState before = states.get(key);
        Waiting oldest = waiting.first(key, key.end());
        DeployRef holding = deploys.holding(repository, lane);
        LaneState after = new LaneState(
                repository,
                lane,
                definitions.isProduction(lane.environment()),
                deploys.finished().last(repository, lane),
                more + (before == null ? 0 : before.waitingChanges()),
                oldest == null ? null : oldest.change(),
                oldest == null ? null : (Long) oldest.since(),
                holding == null ? null : LaneState.Holding.of(facts.get(holding.key(repository))));
        if (!after.equals(before)) {
            states.put(key, after);
        }
    }

    private static Key waitingKey(Delivery delivery) {
        Key lane = delivery.lane().appendTo(Key.of(delivery.repository()));
        return delivery.open().landing().appendTo(lane).and(delivery.change());
    }
}

package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.facts.v1.LaneKey;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.store.Revision;
import java.util.Objects;

/** {@code lanes.v1}. */
public final class PublicLane {

    private PublicLane() {}

    /** The public record of a revision; null if it says nothing new in public. */
    public static Published of(Revision<LaneState> revision) {
        dev.streamgauge.facts.v1.Lane before = value(revision.before(), revision.number());
        dev.streamgauge.facts.v1.Lane after = value(revision.after(), revision.number());
        if (Objects.equals(before, after)) {
            return null;
        }
        LaneState any = revision.after() == null ? revision.before() : revision.after();
        LaneKey key =
                new LaneKey(any.repository(), any.lane().service(), any.lane().environment());
        return new Published(key, after);
    }

    private static dev.streamgauge.facts.v1.Lane value(LaneState state, long revision) {
        if (state == null) {
            return null;
        }
        var lane = dev.streamgauge.facts.v1.Lane.newBuilder()
                .setRepository(state.repository())
                .setService(state.lane().service())
                .setEnvironment(state.lane().environment())
                .setProduction(state.production())
                .setWaitingChanges(state.waitingChanges())
                .setOldestWaitingChange(state.oldestChange())
                .setWaitingSince(instant(state.waitingSince()))
                .setRevision(revision)
                .build();
        running(state.running(), lane);
        holding(state.holding(), lane);
        return lane;
    }

    private static void running(Finish running, dev.streamgauge.facts.v1.Lane lane) {
        if (running != null) {
            lane.setRunningDeployId(running.deployId());
            lane.setRunningAttempt(running.attempt());
            lane.setRunningSha(running.sha());
            lane.setRunningSince(instant(running.at()));
        }
    }

    private static void holding(LaneState.Holding holding, dev.streamgauge.facts.v1.Lane lane) {
        if (holding != null) {
            lane.setHoldingDeployId(holding.deployId());
            lane.setHoldingAttempt(holding.attempt());
            lane.setHoldingState(holding.state());
            lane.setHoldingSince(instant(holding.since()));
        }
    }
}

package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.aggregates.Window;
import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.table.Lattice;
import java.util.List;

/** Whether a lane of production is held, and where its bottleneck is. */
final class LaneGauge implements Gauge {

    private LaneState lane;
    private Shift shift;

    /** Null: it is no more. */
    void lane(LaneState state) {
        lane = state;
    }

    /** Null: nothing was delivered. */
    void shift(Shift newShift) {
        shift = newShift;
    }

    @Override
    public Measurement measure(Rule rule, long now) {
        if (lane == null) { // Flow is of all lanes; rules are for those of production.
            return Measurement.ofNothing();
        }
        return switch (rule.kind()) {
            case HELD_LANE -> Measures.lasting(heldSince(), waiting(), now);
            case BOTTLENECK_MOVED -> moved(rule, now);
            default -> Measurement.unknown();
        };
    }

    @Override
    public boolean idle() {
        return lane == null && shift == null;
    }

    /** Since changes wait, but nothing has reached the lane: the later of the first landing and the last deploy. */
    private Long heldSince() {
        if (lane.waitingChanges() == 0) {
            return null;
        }
        Long running = lane.running() == null ? null : (Long) lane.running().at();
        return Lattice.greatest(lane.waitingSince(), running);
    }

    private List<AlertItem> waiting() {
        return lane.oldestChange() == null
                ? List.of()
                : List.of(new AlertItem(lane.oldestChange(), lane.waitingSince(), null));
    }

    private Measurement moved(Rule rule, long now) {
        boolean thisWeek = shift != null && shift.week() == Window.WEEK.startOf(now);
        return thisWeek
                        && shift.value() != null
                        && shift.count() >= rule.sample().minimum()
                ? Measurement.of(shift.value(), List.of())
                : Measurement.unknown();
    }
}

package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.table.Key;

/** A lane outside production is over when its last deploy is forgotten: there may be one for each request. Those of production stay. */
record LaneLife(Models models) implements Expiring.Life<LaneState> {

    @Override
    public boolean over(Key key, LaneState state, long horizon) {
        return models.deliveries().isOver(state.repository(), state.lane(), horizon)
                && !models.deliveries().remembersDeploysTo(state.repository(), state.lane());
    }

    @Override
    public void forget(Key key, LaneState state) {
        models.deliveries().forgetLane(state.repository(), state.lane());
    }
}

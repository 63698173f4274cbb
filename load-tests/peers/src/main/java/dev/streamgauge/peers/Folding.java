package dev.streamgauge.peers;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps the milestones of each commit, and tells how they move the aggregates. */
final class Folding extends KeyedProcessFunction<String, Sighting, Tally> {

    // One value for each commit: it has few builds, and one look is cheaper than several small ones. Nothing is
    // forgotten, because what comes late counts.
    private transient ValueState<Milestones> milestones;

    @Override
    public void open(OpenContext context) {
        milestones =
                getRuntimeContext().getState(new ValueStateDescriptor<>("milestones", Types.POJO(Milestones.class)));
    }

    @Override
    public void processElement(Sighting seen, Context context, Collector<Tally> changes) throws Exception {
        Milestones known = milestones.value();
        if (known == null) {
            known = new Milestones();
        }
        if (known.take(seen, changes::collect)) {
            milestones.update(known);
        }
    }
}

package dev.streamgauge.peers;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds changes up to aggregates, and tells each aggregate anew. */
final class Summing extends KeyedProcessFunction<String, Tally, Tally> {

    // Count and sum. As many as there are days of repositories.
    private transient ValueState<Tuple2<Long, Long>> total;

    @Override
    public void open(OpenContext context) {
        total = getRuntimeContext().getState(new ValueStateDescriptor<>("total", Types.TUPLE(Types.LONG, Types.LONG)));
    }

    @Override
    public void processElement(Tally change, Context context, Collector<Tally> totals) throws Exception {
        Tuple2<Long, Long> known = total.value();
        long count = change.count + (known == null ? 0 : known.f0);
        long sum = change.sum + (known == null ? 0 : known.f1);
        total.update(Tuple2.of(count, sum));
        totals.collect(Tally.of(change.key, count, sum));
    }
}

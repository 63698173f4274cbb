package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.rollups.RollUps;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.store.PreCommit;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the windows of teams and organisations; before each commit, publishes those that have changed. */
final class RollUp extends Node<byte[], byte[]> {

    private final WindowPublisher publisher = new WindowPublisher(DeliveryTopology.ROLL_UP);
    private final int recentRows;
    private final Memory memory;
    private final CommitPace pace;
    private CommitPace.Asking commits;
    private RollUps rollUps;
    private long arrival;

    RollUp(int recentRows, Memory memory, CommitPace pace) {
        this.pace = pace;
        this.recentRows = recentRows;
        this.memory = memory;
    }

    @Override
    void begin(ProcessorContext<Object, Object> context, Stint stint) {
        this.commits = pace.start(context, stint);
        LiveTables tables = new LiveTables(context, recentRows);
        this.rollUps = new RollUps(tables, () -> memory.horizon(context.currentSystemTimeMs()));
        tables.listen(RollUps.ROLLED_UP, revision -> publisher.publish(revision, arrival, context));
        PreCommit beforeCommit = context.getStateStore(DeliveryTopology.BEFORE_ROLLED_UP);
        beforeCommit.run(tables::writeBack, context);
        Forget.schedule(memory, tables, RollUps.expiring(), stint);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        arrival = record.timestamp();
        commits.processed(Parts.arrival(record));
        rollUps.apply(Parts.WINDOWS.read(record.value()));
    }
}

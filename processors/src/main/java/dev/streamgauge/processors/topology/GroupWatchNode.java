package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.forgetting.Sweep;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.store.PreCommit;
import dev.streamgauge.processors.telemetry.Telemetry;
import dev.streamgauge.processors.watch.GroupWatch;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Looks at the queues of teams and organisations. */
final class GroupWatchNode extends Node<byte[], byte[]> {

    private final int recentRows;
    private final WatchTerms terms;
    private final String topic;
    private final Telemetry telemetry;
    private ProcessorContext<Object, Object> context;
    private GroupWatch watch;
    private Backlog backlog;

    /** @param topic that of the parts, by its name in the cluster */
    GroupWatchNode(int recentRows, WatchTerms terms, String topic, Telemetry telemetry) {
        this.telemetry = telemetry;
        this.recentRows = recentRows;
        this.terms = terms;
        this.topic = topic;
    }

    @Override
    void begin(ProcessorContext<Object, Object> newContext, Stint stint) {
        this.context = newContext;
        LiveTables tables = new LiveTables(newContext, recentRows);
        this.backlog =
                new Backlog(terms.reading(), List.of(topic), newContext.taskId().partition());
        this.watch = new GroupWatch(tables, terms.settings(), terms.rules());
        watch.load();
        new WatchPublisher(DeliveryTopology.WATCH_ROLLED_UP, newContext)
                .listen(tables, GroupWatch.QUEUES, GroupWatch.ALERTS);
        stint.atEnd(telemetry.watched(tables, null, GroupWatch.ALERTS));
        PreCommit beforeCommit = newContext.getStateStore(DeliveryTopology.BEFORE_WATCHED_ROLLED_UP);
        beforeCommit.run(tables::writeBack, newContext);
        Sweep sweep = new Sweep(tables, watch.expiring());
        stint.every(terms.settings().interval(), now -> {
            watch.look(now, backlog.isBehind(now));
            sweep.step(now, Forget.ROWS);
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(-1L);
        backlog.processed(new Processed(topic, offset, record.timestamp()));
        watch.apply(Parts.QUEUES.read(record.value()));
    }
}

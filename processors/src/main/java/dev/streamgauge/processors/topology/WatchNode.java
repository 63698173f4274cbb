package dev.streamgauge.processors.topology;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.forgetting.Sweep;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.store.PreCommit;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.telemetry.Telemetry;
import dev.streamgauge.processors.watch.QueuePart;
import dev.streamgauge.processors.watch.Watch;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Looks at the queues of repositories, and at what else rules measure, by the wall clock: nothing need happen for an alert. */
final class WatchNode extends Node<Object, Object> {

    private final int recentRows;
    private final WatchTerms terms;
    private final List<String> topics;
    private final Telemetry telemetry;
    private ProcessorContext<Object, Object> context;
    private Watch watch;
    private Backlog backlog;

    /** @param topics those that its task reads, by their names in the cluster */
    WatchNode(int recentRows, WatchTerms terms, List<String> topics, Telemetry telemetry) {
        this.telemetry = telemetry;
        this.recentRows = recentRows;
        this.terms = terms;
        this.topics = topics;
    }

    @Override
    void begin(ProcessorContext<Object, Object> newContext, Stint stint) {
        this.context = newContext;
        int partition = newContext.taskId().partition();
        LiveTables tables = new LiveTables(newContext, recentRows);
        this.backlog = new Backlog(terms.reading(), topics, partition);
        this.watch = new Watch(partition, tables, terms.settings(), new Watch.Surroundings(terms.rules(), this::send));
        watch.load(tables);
        new WatchPublisher(DeliveryTopology.WATCH, newContext).listen(tables, Watch.QUEUES, Watch.ALERTS);
        stint.atEnd(telemetry.watched(tables, Watch.QUEUES, Watch.ALERTS));
        PreCommit beforeCommit = newContext.getStateStore(DeliveryTopology.BEFORE_WATCHED);
        beforeCommit.run(tables::writeBack, newContext);
        Sweep sweep = new Sweep(tables, watch.expiring());
        stint.every(terms.settings().interval(), now -> {
            watch.look(now, backlog.isBehind(now));
            sweep.step(now, Forget.ROWS);
        });
    }

    @Override
    public void process(Record<Object, Object> record) {
        Object news = record.value();
        if (news instanceof Processed processed) {
            backlog.processed(processed);
        } else if (news instanceof Revision<?> revision) {
            watch.revised(revision.before(), revision.after());
        } else if (news instanceof Heard heard) {
            watch.history(heard.repository(), context.currentSystemTimeMs());
        } else if (news instanceof RepositoryOwned owned) {
            watch.owned(owned);
        }
    }

    private void send(QueuePart part) {
        context.forward(Parts.QUEUES.write(part, context.currentSystemTimeMs()), DeliveryTopology.SEND_QUEUE_PARTS);
    }
}

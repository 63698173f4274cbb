package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.publish.PublicWindow;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.publish.WindowTopics;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.store.PreCommit;
import dev.streamgauge.processors.store.Revision;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the windows; before each commit, publishes those that have changed. */
final class Aggregate implements Processor<Object, Object, Object, Object> {

    private final int recentRows;
    private ProcessorContext<Object, Object> context;
    private Aggregation aggregation;
    private long arrival;

    Aggregate(int recentRows) {
        this.recentRows = recentRows;
    }

    @Override
    public void init(ProcessorContext<Object, Object> newContext) {
        this.context = newContext;
        LiveTables tables = new LiveTables(newContext, recentRows);
        this.aggregation = new Aggregation(tables);
        tables.listen(Aggregation.WINDOWS, this::publish);
        PreCommit beforeCommit = newContext.getStateStore(DeliveryTopology.BEFORE_AGGREGATED);
        beforeCommit.run(tables::writeBack, newContext);
    }

    @Override
    public void process(Record<Object, Object> record) {
        arrival = record.timestamp();
        FactRevision revision = (FactRevision) record.value();
        aggregation.revise(revision.before(), revision.after());
    }

    private void publish(Revision<WindowSums> revision) {
        Published published = PublicWindow.of(revision, Instant.ofEpochMilli(context.currentSystemTimeMs()));
        WindowSums any = revision.after() == null ? revision.before() : revision.after();
        context.forward(
                new Record<>(published.key(), published.value(), arrival),
                DeliveryTopology.sink(WindowTopics.of(any.key().kind())));
    }
}

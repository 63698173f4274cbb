package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.completeness.Completeness;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.publish.PublicCompleteness;
import dev.streamgauge.processors.publish.PublicFacts;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.store.PreCommit;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.telemetry.Telemetry;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands events to the models; before each commit, publishes the facts that they revised and hands these on to be aggregated. */
final class Assemble extends Node<Object, Object> {

    private final int recentRows;
    private final Definitions definitions;
    private final Memory memory;
    private final WatchSettings watched;
    private final Telemetry telemetry;
    private WatchFeed feed;
    private ProcessorContext<Object, Object> context;
    private LiveTables tables;
    private Assembly assembly;
    private Long arrival; // null: nothing has arrived since the last commit

    /** @param watched null: nobody watches */
    Assemble(int recentRows, Definitions definitions, Memory memory, WatchSettings watched, Telemetry telemetry) {
        this.telemetry = telemetry;
        this.watched = watched;
        this.recentRows = recentRows;
        this.definitions = definitions;
        this.memory = memory;
    }

    @Override
    void begin(ProcessorContext<Object, Object> newContext, Stint stint) {
        this.context = newContext;
        this.tables = new LiveTables(newContext, recentRows);
        this.feed = new WatchFeed(watched, tables, newContext);
        this.assembly =
                new Assembly(tables, definitions, () -> memory.horizon(newContext.currentSystemTimeMs()), feed::keeper);
        PublicFacts.all().forEach(this::publishEach);
        Counted.all(definitions).forEach(this::countEach);
        tables.listen(Ledger.COMPLETENESS, this::publishCompleteness);
        feed.start(stint);
        telemetry.facts(tables);
        PreCommit beforeCommit = newContext.getStateStore(DeliveryTopology.BEFORE_ASSEMBLED);
        beforeCommit.run(this::beforeCommit, newContext);
        Forget.schedule(memory, tables, assembly.expiring(), stint);
    }

    @Override
    public void process(Record<Object, Object> record) {
        arrival = record.timestamp();
        SpecificRecord event = (SpecificRecord) record.value();
        feed.heard(event, assembly.apply(event));
    }

    private void beforeCommit() {
        tables.writeBack();
        arrival = null;
    }

    /** What is given up is news of the moment: its partition may have been quiet for long. */
    private long arrival() {
        return arrival == null ? context.currentSystemTimeMs() : arrival;
    }

    private <V> void publishEach(PublicFacts<V> facts) {
        tables.listen(
                facts.facts(),
                revision -> publish(facts.topic(), facts.mapping().apply(revision)));
    }

    private <V> void countEach(Counted<V> counted) {
        tables.listen(
                counted.facts(),
                revision -> aggregate(new FactRevision(
                        counted.contributions().apply(revision.before()),
                        counted.contributions().apply(revision.after()))));
    }

    private void publishCompleteness(Revision<Completeness> revision) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        publish(Topics.COMPLETENESS, PublicCompleteness.of(revision, now));
    }

    private void publish(Topic<?, ?> topic, Published published) {
        if (published != null) {
            context.forward(
                    new Record<>(published.key(), published.value(), arrival()),
                    DeliveryTopology.sink(DeliveryTopology.ASSEMBLE, topic));
        }
    }

    private void aggregate(FactRevision revision) {
        if (!revision.isEmpty()) {
            context.forward(new Record<>(null, revision, arrival()), DeliveryTopology.AGGREGATE);
        }
    }
}

package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Contributions;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.completeness.Completeness;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.publish.PublicChange;
import dev.streamgauge.processors.publish.PublicCompleteness;
import dev.streamgauge.processors.publish.PublicDelivery;
import dev.streamgauge.processors.publish.PublicDeploy;
import dev.streamgauge.processors.publish.PublicRedEpisode;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.store.PreCommit;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands events to the models; before each commit, publishes the facts that they revised and hands these on to be aggregated. */
final class Assemble implements Processor<Object, Object, Object, Object> {

    private final int recentRows;
    private ProcessorContext<Object, Object> context;
    private LiveTables tables;
    private Assembly assembly;
    private long arrival;

    Assemble(int recentRows) {
        this.recentRows = recentRows;
    }

    @Override
    public void init(ProcessorContext<Object, Object> newContext) {
        this.context = newContext;
        this.tables = new LiveTables(newContext, recentRows);
        this.assembly = new Assembly(tables);
        tables.listen(Changes.CHANGES, revision -> publish(Topics.CHANGES, PublicChange.of(revision)));
        tables.listen(
                MainHealth.BUILDS,
                revision -> aggregate(
                        new FactRevision(Contributions.of(revision.before()), Contributions.of(revision.after()))));
        tables.listen(Deliveries.DELIVERIES, revision -> {
            publish(Topics.DELIVERIES, PublicDelivery.of(revision));
            aggregate(new FactRevision(Contributions.of(revision.before()), Contributions.of(revision.after())));
        });
        tables.listen(Deliveries.DEPLOYS, revision -> publish(Topics.DEPLOY_FACTS, PublicDeploy.of(revision)));
        tables.listen(MainHealth.EPISODES, revision -> {
            publish(Topics.RED_EPISODES, PublicRedEpisode.of(revision));
            aggregate(new FactRevision(Contributions.of(revision.before()), Contributions.of(revision.after())));
        });
        tables.listen(Ledger.COMPLETENESS, this::publishCompleteness);
        PreCommit beforeCommit = newContext.getStateStore(DeliveryTopology.BEFORE_ASSEMBLED);
        beforeCommit.run(tables::writeBack, newContext);
    }

    @Override
    public void process(Record<Object, Object> record) {
        arrival = record.timestamp();
        assembly.apply((SpecificRecord) record.value());
    }

    private void publishCompleteness(Revision<Completeness> revision) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        publish(Topics.COMPLETENESS, PublicCompleteness.of(revision, now));
    }

    private void publish(Topic<?, ?> topic, Published published) {
        if (published != null) {
            context.forward(new Record<>(published.key(), published.value(), arrival), DeliveryTopology.sink(topic));
        }
    }

    private void aggregate(FactRevision revision) {
        if (!revision.isEmpty()) {
            context.forward(new Record<>(null, revision, arrival), DeliveryTopology.AGGREGATE);
        }
    }
}

package dev.streamgauge.processors.topology;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.rollups.Catalogue;
import dev.streamgauge.processors.rollups.Differences;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rollups.Part;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.store.PreCommit;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the windows of repositories; before each commit, publishes those that have changed and hands them to their owners' roll-ups. */
final class Aggregate extends Node<Object, Object> {

    private final WindowPublisher publisher = new WindowPublisher(DeliveryTopology.AGGREGATE);
    private final int recentRows;
    private final Memory memory;
    private final boolean watched;
    private ProcessorContext<Object, Object> context;
    private LiveTables tables;
    private Table<WindowSums> windows;
    private Aggregation aggregation;
    private Catalogue catalogue;
    private Differences differences;
    private long arrival;

    /** @param watched whether somebody is to hear how bottlenecks move */
    Aggregate(int recentRows, Memory memory, boolean watched) {
        this.watched = watched;
        this.recentRows = recentRows;
        this.memory = memory;
    }

    @Override
    void begin(ProcessorContext<Object, Object> newContext, Stint stint) {
        this.context = newContext;
        this.tables = new LiveTables(newContext, recentRows);
        this.windows = tables.table(Aggregation.WINDOWS);
        this.aggregation = new Aggregation(tables, () -> memory.horizon(newContext.currentSystemTimeMs()));
        this.catalogue = new Catalogue(tables);
        this.differences = new Differences(
                tables, newContext.taskId().partition(), () -> UUID.randomUUID().toString());
        tables.listen(Aggregation.WINDOWS, this::revised);
        PreCommit beforeCommit = newContext.getStateStore(DeliveryTopology.BEFORE_AGGREGATED);
        beforeCommit.run(this::beforeCommit, newContext);
        Forget.schedule(memory, tables, Aggregation.expiring(), stint);
    }

    @Override
    public void process(Record<Object, Object> record) {
        arrival = record.timestamp();
        if (record.value() instanceof RepositoryOwned owned) {
            own(owned);
        } else {
            FactRevision revision = (FactRevision) record.value();
            aggregation.revise(revision.before(), revision.after());
        }
    }

    /** A repository that moves takes its past along. What has changed until now is still the old owners' to hear. */
    private void own(RepositoryOwned owned) {
        String repository = owned.getRepository();
        List<Group> before = catalogue.groups(repository);
        List<Group> after = catalogue.groupsAfter(owned);
        if (!before.equals(after)) {
            tables.writeBack();
            Key key = WindowKey.ofRepository(repository);
            windows.ascend(key, key.end(), row -> {
                differences.revised(without(before, after), row, null);
                differences.revised(without(after, before), null, row);
                return true;
            });
        }
        catalogue.apply(owned);
    }

    private void revised(Revision<WindowSums> revision) {
        publisher.publish(revision, arrival, context);
        WindowSums any = revision.after() == null ? revision.before() : revision.after();
        if (watched && any.key().kind() == WindowKey.Kind.FLOW) {
            context.forward(new Record<>(null, revision, arrival), DeliveryTopology.WATCH);
        }
        differences.revised(catalogue.groups(any.key().name()), revision.before(), revision.after());
    }

    private void beforeCommit() {
        tables.writeBack();
        for (Part part : differences.take()) {
            context.forward(Parts.WINDOWS.write(part, arrival), DeliveryTopology.SEND_PARTS);
        }
        tables.writeBack(); // how many were sent
    }

    private static List<Group> without(List<Group> groups, List<Group> others) {
        return groups.stream().filter(group -> !others.contains(group)).toList();
    }
}

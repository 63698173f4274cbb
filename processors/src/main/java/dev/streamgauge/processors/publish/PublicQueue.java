package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.alerts.v1.Queue;
import dev.streamgauge.alerts.v1.QueueKey;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.watch.QueueRow;
import java.time.Instant;

/** {@code queues.v1}. */
public final class PublicQueue {

    private PublicQueue() {}

    /** The public record of a revision. */
    public static Published of(Revision<QueueRow> revision) {
        QueueRow any = revision.after() == null ? revision.before() : revision.after();
        QueueRow.Place place = any.place();
        return new Published(
                new QueueKey(place.scope(), place.name(), place.queue(), place.label()),
                revision.after() == null ? null : value(revision.after(), revision.number()));
    }

    /** The same for the twin that keeps every version: what is gone is a queue in which nobody waits. */
    public static Published version(Revision<QueueRow> revision, Instant now) {
        QueueRow after = revision.after() == null ? revision.before().emptied(now.toEpochMilli()) : revision.after();
        return of(new Revision<>(revision.before(), after, revision.number()));
    }

    private static Queue value(QueueRow row, long revision) {
        QueueRow.Place place = row.place();
        Queue.Builder queue = Queue.newBuilder()
                .setScope(place.scope())
                .setName(place.name())
                .setQueue(place.queue())
                .setLabel(place.label())
                .setDepth(row.depth())
                .setP50AgeMs(row.p50AgeMs())
                .setP90AgeMs(row.p90AgeMs())
                .setArrivals(row.arrivals())
                .setDepartures(row.departures())
                .setExpectedWaitMs(row.expectedWaitMs())
                .setExpired(row.expired())
                .setEvaluatedAt(instant(row.evaluatedAt()))
                .setRevision(revision);
        if (row.oldest() != null) {
            queue.setOldestSince(instant(row.oldest().since()))
                    .setOldestAgeMs(row.oldestAgeMs())
                    .setOldestItem(row.oldest().item())
                    .setOldestUrl(row.oldest().url());
        }
        return queue.build();
    }
}

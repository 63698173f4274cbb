package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.queues.Stay;
import dev.streamgauge.processors.table.Key;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A queue as it was last published.
 *
 * @param depths what it amounted to, with the oldest item only
 * @param evaluatedAt epoch milliseconds of the wall clock
 * @param emptySince since when none waits, epoch milliseconds of the wall clock; null: some do
 */
public record QueueRow(Place place, Depths depths, long evaluatedAt, Long emptySince) {

    /** What left is seen to have left at the next look only. */
    private static final long NOTICED_WITHIN_MS = Duration.ofMinutes(1).toMillis();

    /** Whose queue it is, which, and of what label. */
    public record Place(String scope, String name, String queue, String label) {

        Key key() {
            return Key.of(scope).and(name).and(queue).and(label);
        }
    }

    /**
     * The row that follows; the same object if there is nothing new to publish, null if the queue is gone.
     *
     * @param before null: it was not published
     * @param refreshMs after which it is published though only its ages have changed
     */
    static QueueRow next(Place place, QueueRow before, Depths depths, long now, long refreshMs) {
        if (before == null) {
            return depths.empty() ? null : new QueueRow(place, brief(depths), now, depths.depth() == 0 ? now : null);
        }
        Long empty = depths.depth() > 0 ? null : before.emptySince == null ? (Long) now : before.emptySince;
        if (depths.empty() && now - empty >= Stay.COUNTED_MS - NOTICED_WITHIN_MS) {
            return null;
        }
        boolean stale = depths.depth() > 0 && now - before.evaluatedAt >= refreshMs;
        return stale || before.differs(depths) ? new QueueRow(place, brief(depths), now, empty) : before;
    }

    private boolean differs(Depths now) {
        return depths.depth() != now.depth()
                || depths.arrivals() != now.arrivals()
                || depths.departures() != now.departures()
                || depths.expired() != now.expired()
                || !Objects.equals(oldest(), first(now.oldest()));
    }

    /** The oldest item; null: none waits. */
    public AlertItem oldest() {
        return first(depths.oldest());
    }

    public long depth() {
        return depths.depth();
    }

    public long arrivals() {
        return depths.arrivals();
    }

    public long departures() {
        return depths.departures();
    }

    public long expired() {
        return depths.expired();
    }

    /** Null: none left within the hour. */
    public Long expectedWaitMs() {
        return depths.expectedWaitMs();
    }

    /** Null: none waits. */
    public Long oldestAgeMs() {
        return depth() == 0 ? null : (Long) depths.oldestAgeMs(evaluatedAt);
    }

    /** Null: none waits. */
    public Long p50AgeMs() {
        return age(depths.p50Since());
    }

    /** Null: none waits. */
    public Long p90AgeMs() {
        return age(depths.p90Since());
    }

    /** The same place with nobody in it. */
    public QueueRow emptied(long now) {
        return new QueueRow(place, Depths.NOTHING, now, now);
    }

    private Long age(Long since) {
        return since == null ? null : (Long) Depths.age(since, evaluatedAt);
    }

    private static AlertItem first(List<AlertItem> items) {
        return items.isEmpty() ? null : items.get(0);
    }

    private static Depths brief(Depths all) {
        List<AlertItem> oldest =
                all.oldest().isEmpty() ? List.of() : List.of(all.oldest().get(0));
        return new Depths(
                all.depth(), oldest, all.p50Since(), all.p90Since(), all.arrivals(), all.departures(), all.expired());
    }
}

package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.queues.Expiry;
import dev.streamgauge.processors.queues.Stay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stays in a queue of a repository. What they amount to is computed when one of them has changed, or when time alone changes it;
 * in between, to look at it costs nothing.
 */
final class QueueGauge implements Depth {

    private final Expiry expiry;
    private final Map<Waiter.Id, Waiter> waiters = new HashMap<>();
    private List<Waiter> waiting = List.of();
    private Depths depths = Depths.NOTHING;
    private long changesAt = Long.MAX_VALUE;

    QueueGauge(Expiry expiry) {
        this.expiry = expiry;
    }

    void put(Waiter waiter) {
        waiters.put(waiter.id(), waiter);
        changesAt = Long.MIN_VALUE;
    }

    void remove(Waiter waiter) {
        waiters.remove(waiter.id());
        changesAt = Long.MIN_VALUE;
    }

    @Override
    public Depths at(long now) {
        if (now >= changesAt) {
            count(now);
        }
        return depths;
    }

    /** As of the last look. */
    Depths last() {
        return depths;
    }

    @Override
    public boolean idle() {
        return waiters.isEmpty();
    }

    /** How many of those that wait came in each minute; as of the last look. */
    Map<Long, Long> minutes() {
        Map<Long, Long> minutes = new TreeMap<>();
        waiting.forEach(waiter -> minutes.merge(QueuePart.minute(waiter.since()), 1L, Long::sum));
        return minutes;
    }

    private void count(long now) {
        Tally tally = new Tally(expiry, now);
        Iterator<Waiter> each = waiters.values().iterator();
        while (each.hasNext()) {
            Waiter waiter = each.next();
            if (waiter.stay().isOver(waiter.toldAt(), expiry, now)) {
                each.remove();
            } else {
                tally.add(waiter);
            }
        }
        waiting = tally.waiting();
        depths = depths(tally);
        changesAt = tally.changesAt();
    }

    private Depths depths(Tally tally) {
        int depth = waiting.size();
        List<AlertItem> oldest = new ArrayList<>();
        waiting.subList(0, Math.min(Depths.ITEMS, depth)).forEach(waiter -> oldest.add(waiter.told()));
        return new Depths(
                depth,
                List.copyOf(oldest),
                depth == 0 ? null : (Long) since(50),
                depth == 0 ? null : (Long) since(90),
                tally.arrivals(),
                tally.departures(),
                tally.expired());
    }

    private long since(int percent) {
        return waiting.get((int) Depths.fromOldest(waiting.size(), percent)).since();
    }

    /** Counts stays at an instant. */
    private static final class Tally {

        private final Expiry expiry;
        private final long now;
        private final List<Waiter> waiting = new ArrayList<>();
        private long arrivals;
        private long departures;
        private long expired;
        private long changesAt = Long.MAX_VALUE;

        Tally(Expiry expiry, long now) {
            this.expiry = expiry;
            this.now = now;
        }

        void add(Waiter waiter) {
            Stay stay = waiter.stay();
            arrivals += withinTheHour(stay.since());
            long toldAt = waiter.toldAt();
            changes(expiry.forgottenAt(stay.queue(), toldAt));
            if (stay.left() != null) {
                departures += withinTheHour(stay.left());
            } else if (expiry.expiresAt(stay.queue(), toldAt) <= now) {
                expired++;
            } else {
                waiting.add(waiter);
                changes(expiry.expiresAt(stay.queue(), toldAt));
            }
        }

        private int withinTheHour(long at) {
            changes(at);
            changes(at + Stay.COUNTED_MS);
            return at <= now && at > now - Stay.COUNTED_MS ? 1 : 0;
        }

        private void changes(long at) {
            if (at > now) {
                changesAt = Math.min(changesAt, at);
            }
        }

        List<Waiter> waiting() {
            waiting.sort(Waiter.OLDEST);
            return waiting;
        }

        long arrivals() {
            return arrivals;
        }

        long departures() {
            return departures;
        }

        long expired() {
            return expired;
        }

        long changesAt() {
            return changesAt;
        }
    }
}

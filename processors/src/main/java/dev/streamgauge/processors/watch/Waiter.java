package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.queues.Item;
import dev.streamgauge.processors.queues.Stay;
import java.util.Comparator;

/**
 * An item in one queue: no more of it than the queue has to know, because all that waits is in memory.
 *
 * @param toldAt the latest time that its events state, epoch milliseconds
 * @param url a link for people; null: none
 */
record Waiter(String name, long toldAt, String url, Stay stay) {

    /** One item may wait for several lanes. */
    record Id(String label, String name) {}

    static final Comparator<Waiter> OLDEST =
            Comparator.comparingLong(Waiter::since).thenComparing(Waiter::name);

    static Waiter of(Item item, Stay stay) {
        return new Waiter(item.name(), item.toldAt(), item.url(), stay);
    }

    Id id() {
        return new Id(stay.label(), name);
    }

    long since() {
        return stay.since();
    }

    AlertItem told() {
        return new AlertItem(name, stay.since(), url);
    }
}

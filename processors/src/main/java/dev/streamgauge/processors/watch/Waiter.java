package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.queues.Item;
import dev.streamgauge.processors.queues.Stay;
import java.util.Comparator;

/** An item in one queue. */
record Waiter(Item item, Stay stay) {

    static final Comparator<Waiter> OLDEST =
            Comparator.comparingLong(Waiter::since).thenComparing(Waiter::name);

    long since() {
        return stay.since();
    }

    String name() {
        return item.name();
    }

    AlertItem told() {
        return new AlertItem(item.name(), stay.since(), item.url());
    }
}

package dev.streamgauge.processors.queues;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Who waits at an instant, told in short: queue, label, item, since, and when it left. */
final class Waiting {

    private static final String DAY = "2026-03-02T";

    private final TreeTables tables = new TreeTables();
    private final Assembly assembly;
    private long now;

    private Waiting(long now) {
        this.now = now;
        this.assembly = new Assembly(
                tables,
                Definitions.DEFAULT,
                () -> Long.MIN_VALUE,
                facts -> new Queues(tables, facts, new Queues.Terms(Expiry.DEFAULT, () -> this.now)));
    }

    static Waiting at(String now) {
        return new Waiting(Moments.millis(now));
    }

    Waiting heard(Telling... events) {
        Stream.of(events).forEach(each -> assembly.apply(each.event()));
        return this;
    }

    Waiting heard(List<? extends Telling> events) {
        events.forEach(each -> assembly.apply(each.event()));
        return this;
    }

    Waiting later(String time) {
        now = Moments.millis(time);
        return this;
    }

    int rows() {
        return tables.table(Queues.ITEMS).rows().size();
    }

    /** Those that wait, or left within the hour. */
    List<String> stays() {
        return tables.table(Queues.ITEMS).rows().values().stream()
                .flatMap(item -> item.stays().stream()
                        .filter(stay -> !stay.isOver(item.toldAt(), Expiry.DEFAULT, now))
                        .map(stay -> told(item, stay)))
                .sorted()
                .toList();
    }

    /** Those of one queue. */
    List<String> in(String queue) {
        return stays().stream()
                .filter(stay -> stay.startsWith(queue + " "))
                .map(stay -> stay.substring(queue.length() + 1))
                .toList();
    }

    private static String told(Item item, Stay stay) {
        String name = item.name().replace(item.repository(), "");
        String label = stay.label().isEmpty() ? "-" : stay.label();
        String left = stay.left() == null ? "" : " left " + time(stay.left());
        return String.join(" ", stay.queue().label(), label, name, time(stay.since())) + left;
    }

    private static String time(long at) {
        return Instant.ofEpochMilli(at).toString().replace(DAY, "").replaceFirst("(:00)?Z$", "");
    }
}

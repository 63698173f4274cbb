package dev.streamgauge.processors.telemetry;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.streamgauge.operators.Metric;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.queues.QueueName;
import dev.streamgauge.processors.rules.Kind;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.telemetry.Meters.About;
import dev.streamgauge.processors.watch.QueueRow;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** What waits, and what alerts are open, at the moment of asking. */
final class WatchMeters {

    private final LiveRows<QueueRow> queues = new LiveRows<>(
            QueueRow::place, row -> row.depth() > 0 && row.place().label().equals(QueueName.ALL));
    private final LiveRows<AlertRow> alerts =
            new LiveRows<>(AlertRow::fingerprint, row -> row.open() && row.kind() != Kind.WATCHDOG);
    private final Meters meters;
    private final LongSupplier clock;
    private final MultiGauge depths;
    private final MultiGauge ages;
    private final MultiGauge open;

    /** A queue, perhaps of a repository, at the moment. */
    private record Waiting(long depth, long oldestSince) {

        private static final Waiting NOBODY = new Waiting(0, Long.MAX_VALUE);

        private static Waiting of(QueueRow row) {
            return new Waiting(row.depth(), row.oldest().since());
        }

        private Waiting and(Waiting other) {
            return new Waiting(depth + other.depth, Math.min(oldestSince, other.oldestSince));
        }

        private double ageSeconds(long now) {
            return depth == 0 ? 0 : Math.max(0, now - oldestSince) / 1e3;
        }
    }

    WatchMeters(Meters meters, LongSupplier clock) {
        this.meters = meters;
        this.clock = clock;
        this.depths = meters.gauges(DeliveryMetrics.QUEUE_DEPTH);
        this.ages = meters.gauges(DeliveryMetrics.QUEUE_OLDEST_AGE);
        this.open = meters.gauges(DeliveryMetrics.ALERTS);
    }

    Runnable follow(LiveTables tables, TableSpec<QueueRow> queuesOfTask, TableSpec<AlertRow> alertsOfTask) {
        Runnable noQueues = queuesOfTask == null ? () -> {} : queues.follow(tables, queuesOfTask);
        Runnable noAlerts = alerts.follow(tables, alertsOfTask);
        return () -> {
            noQueues.run();
            noAlerts.run();
        };
    }

    /** Has the gauges say what is so now. */
    void refresh() {
        long now = clock.getAsLong();
        Map<Tags, Waiting> waiting = waiting(DeliveryMetrics.QUEUE_DEPTH);
        depths.register(rows(waiting, queue -> (double) queue.depth()), true);
        ages.register(rows(waiting(DeliveryMetrics.QUEUE_OLDEST_AGE), queue -> queue.ageSeconds(now)), true);
        Map<Tags, Long> counted = alerts.all().stream().collect(groupingBy(this::tags, counting()));
        open.register(rows(counted, Long::doubleValue), true);
    }

    private Map<Tags, Waiting> waiting(Metric metric) {
        Map<Tags, Waiting> waiting = new HashMap<>();
        if (!meters.tellsRepositories()) { // An empty queue is there, too.
            for (QueueName queue : QueueName.values()) {
                waiting.put(meters.tags(metric, About.of(null, queue.label())), Waiting.NOBODY);
            }
        }
        for (QueueRow row : queues.all()) {
            About about = About.of(row.place().name(), row.place().queue());
            waiting.merge(meters.tags(metric, about), Waiting.of(row), Waiting::and);
        }
        return waiting;
    }

    private Tags tags(AlertRow row) {
        List<String> outside = List.of(row.rule());
        List<String> inside = List.of(
                row.state().label(), row.told().severity().label(), Boolean.toString(row.suppressedBy() != null));
        return meters.tags(DeliveryMetrics.ALERTS, new About(null, outside, inside));
    }

    private static <V> List<Row<?>> rows(Map<Tags, V> values, ToDoubleFunction<V> number) {
        List<Row<?>> rows = new ArrayList<>();
        values.forEach((tags, value) -> rows.add(Row.of(tags, number.applyAsDouble(value))));
        return rows;
    }
}

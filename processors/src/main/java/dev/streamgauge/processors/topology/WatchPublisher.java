package dev.streamgauge.processors.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.publish.PublicAlert;
import dev.streamgauge.processors.publish.PublicQueue;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.watch.QueueRow;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.RecordJson;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends queues and alerts to their topics. */
final class WatchPublisher {

    private final String node;
    private final ProcessorContext<Object, Object> context;

    /** @param node the node whose sinks are used */
    WatchPublisher(String node, ProcessorContext<Object, Object> context) {
        this.node = node;
        this.context = context;
    }

    void listen(LiveTables tables, TableSpec<QueueRow> queues, TableSpec<AlertRow> alerts) {
        tables.listen(queues, this::queue);
        tables.listen(alerts, this::alert);
    }

    private void queue(Revision<QueueRow> revision) {
        Published current = PublicQueue.of(revision);
        Published version = PublicQueue.version(revision, Instant.ofEpochMilli(context.currentSystemTimeMs()));
        send(Topics.QUEUES, current.key(), current.value());
        send(Topics.revisions(Topics.QUEUES), version.key(), version.value());
    }

    private void alert(Revision<AlertRow> revision) {
        Published alert = PublicAlert.of(revision);
        if (alert != null) {
            send(Topics.ALERTS, alert.key(), alert.value());
            byte[] name = ((AlertKey) alert.key()).getFingerprint().getBytes(UTF_8);
            send(Topics.ALERTS_JSON, name, alert.value() == null ? null : json(alert));
        }
    }

    private static byte[] json(Published alert) {
        return RecordJson.toJson(alert.value(), Set.of()).toString().getBytes(UTF_8);
    }

    private void send(Topic<?, ?> topic, Object key, Object value) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), DeliveryTopology.sink(node, topic));
    }
}

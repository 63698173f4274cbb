package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.publish.PublicWindow;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.publish.WindowTopics;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends a revised window to the topic of its kind, and to the twin that keeps every version. */
final class WindowPublisher {

    /** The names of the nodes that write a kind of window. */
    private record Sinks(String current, String versions) {}

    private final Map<Kind, Sinks> sinks = new EnumMap<>(Kind.class);

    /**
     * @param node the node whose sinks are used
     */
    WindowPublisher(String node) {
        for (Kind kind : Kind.values()) {
            Topic<?, ?> topic = WindowTopics.of(kind);
            if (topic != null) {
                sinks.put(
                        kind,
                        new Sinks(
                                DeliveryTopology.sink(node, topic),
                                DeliveryTopology.sink(node, Topics.revisions(topic))));
            }
        }
    }

    void publish(Revision<WindowSums> revision, long arrival, ProcessorContext<Object, Object> context) {
        WindowSums any = revision.after() == null ? revision.before() : revision.after();
        Sinks to = sinks.get(any.key().kind());
        if (to != null) {
            Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
            for (PublicWindow.Revised revised : PublicWindow.of(revision, now)) {
                context.forward(record(revised.current(), arrival), to.current());
                context.forward(record(revised.version(), arrival), to.versions());
            }
        }
    }

    private static Record<Object, Object> record(Published published, long arrival) {
        return new Record<>(published.key(), published.value(), arrival);
    }
}

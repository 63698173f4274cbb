package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.publish.PublicWindow;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.publish.WindowTopics;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends a revised window to the topic of its kind, and to the twin that keeps every version. */
final class WindowPublisher {

    private WindowPublisher() {}

    /**
     * Sends it.
     *
     * @param node the node whose sinks are used
     */
    static void publish(
            String node, Revision<WindowSums> revision, long arrival, ProcessorContext<Object, Object> context) {
        WindowSums any = revision.after() == null ? revision.before() : revision.after();
        Topic<?, ?> topic = WindowTopics.of(any.key().kind());
        if (topic != null) {
            Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
            forward(PublicWindow.of(revision, now), DeliveryTopology.sink(node, topic), arrival, context);
            Topic<?, ?> versions = Topics.revisions(topic);
            forward(PublicWindow.version(revision, now), DeliveryTopology.sink(node, versions), arrival, context);
        }
    }

    private static void forward(
            Published published, String sink, long arrival, ProcessorContext<Object, Object> context) {
        context.forward(new Record<>(published.key(), published.value(), arrival), sink);
    }
}

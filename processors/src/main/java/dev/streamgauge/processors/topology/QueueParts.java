package dev.streamgauge.processors.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.processors.store.Codec;
import dev.streamgauge.processors.watch.QueuePart;
import org.apache.kafka.streams.processor.api.Record;

/** Queues of repositories on their way to those of a team or organisation, in the form of stored rows. */
final class QueueParts {

    private static final Codec<QueuePart> CODEC = new Codec<>("queue-parts", QueuePart.class);

    private QueueParts() {}

    static Record<Object, Object> write(QueuePart part, long now) {
        byte[] key = part.group().key().getBytes(UTF_8);
        return new Record<>(key, CODEC.write(new Codec.Row<>(part, 0)), now);
    }

    static QueuePart read(byte[] value) {
        return CODEC.read(value).value();
    }
}

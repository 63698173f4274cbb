package dev.streamgauge.processors.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rollups.Part;
import dev.streamgauge.processors.store.Codec;
import dev.streamgauge.processors.watch.QueuePart;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;

/** What is of a repository on its way to the task of a team or organisation, in the form of stored rows. */
record Parts<V>(Codec<V> codec, Function<V, Group> receiver) {

    /** Of roll-ups. */
    static final Parts<Part> WINDOWS = new Parts<>(new Codec<>("rollup-parts", Part.class), Part::group);

    /** Of the queues of teams and organisations. */
    static final Parts<QueuePart> QUEUES = new Parts<>(new Codec<>("queue-parts", QueuePart.class), QueuePart::group);

    Record<Object, Object> write(V part, long at) {
        byte[] key = receiver.apply(part).key().getBytes(UTF_8);
        return new Record<>(key, codec.write(new Codec.Row<>(part, 0)), at);
    }

    V read(byte[] value) {
        return codec.read(value).value();
    }
}

package dev.streamgauge.processors.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rollups.Part;
import dev.streamgauge.processors.store.Codec;
import dev.streamgauge.processors.watch.QueuePart;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** What is of a repository on its way to the task of a team or organisation, in the form of stored rows. */
record Parts<V>(Codec<V> codec, Function<V, Group> receiver) {

    /** Of roll-ups. */
    static final Parts<Part> WINDOWS = new Parts<>(new Codec<>("rollup-parts", Part.class), Part::group);

    /** Of the queues of teams and organisations. */
    static final Parts<QueuePart> QUEUES = new Parts<>(new Codec<>("queue-parts", QueuePart.class), QueuePart::group);

    /** Its header: when the events arrived that it is of, which the topic's own times do not tell. */
    private static final String ARRIVAL = "arrival";

    /** @param at when they arrived, epoch milliseconds */
    Record<Object, Object> write(V part, long at) {
        byte[] key = receiver.apply(part).key().getBytes(UTF_8);
        byte[] arrival = ByteBuffer.allocate(Long.BYTES).putLong(at).array();
        return new Record<Object, Object>(key, codec.write(new Codec.Row<>(part, 0)), at)
                .withHeaders(new RecordHeaders().add(ARRIVAL, arrival));
    }

    /** When the events arrived that a part is of; when it arrived itself, if it does not say. */
    static long arrival(Record<byte[], byte[]> part) {
        Header arrival = part.headers().lastHeader(ARRIVAL);
        return arrival == null
                ? part.timestamp()
                : ByteBuffer.wrap(arrival.value()).getLong();
    }

    V read(byte[] value) {
        return codec.read(value).value();
    }
}

package dev.streamgauge.processors.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.processors.rollups.Part;
import dev.streamgauge.processors.store.Codec;
import org.apache.kafka.streams.processor.api.Record;

/** Parts of roll-ups on their way from the task of a repository to that of a team or organisation, in the form of stored rows. */
final class Parts {

    private static final Codec<Part> CODEC = new Codec<>("rollup-parts", Part.class);

    private Parts() {}

    static Record<Object, Object> write(Part part, long arrival) {
        byte[] key = part.group().key().getBytes(UTF_8);
        return new Record<>(key, CODEC.write(new Codec.Row<>(part, 0)), arrival);
    }

    static Part read(byte[] value) {
        return CODEC.read(value).value();
    }
}

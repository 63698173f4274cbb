package dev.streamgauge.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.streamgauge.peers.Sighting.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class SerializersTest {

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return Types.POJO(type).createSerializer(new SerializerConfigImpl(configuration));
    }

    @Test
    void nothingIsLeftToTheSlowSerializer() {
        // Given
        Stream<Class<?>> types = Stream.of(Sighting.class, Tally.class, Milestones.class);

        // When
        // Then
        assertThat(types)
                .allSatisfy(type -> assertThatCode(() -> serializer(type)).doesNotThrowAnyException());
    }

    @Test
    void milestonesComeBackAsTheyWere() throws IOException {
        // Given
        Milestones milestones = new Milestones();
        Sighting build = Sighting.of(Kind.BUILT, "host/owner/name", "c1", Instant.parse("2026-03-03T01:00:00Z"))
                .by("r1", 1, "ci", false);
        milestones.take(build, change -> {});
        DataOutputSerializer bytes = new DataOutputSerializer(64);
        TypeSerializer<Milestones> serializer = serializer(Milestones.class);

        // When
        serializer.serialize(milestones, bytes);
        Milestones back = serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));

        // Then
        assertThat(back).usingRecursiveComparison().isEqualTo(milestones);
    }
}

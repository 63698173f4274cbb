package dev.streamgauge.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventEncoderTest {

    private final BuildChanged build = new RandomRecords(1).next(BuildChanged.class);

    @Test
    void anEventIsKeyedByThePlainTextOfItsRepository() {
        try (TestRegistry registry = new TestRegistry()) {
            // Given
            build.setRepository("github.com/acme/köln");
            EventEncoder encoder = new EventEncoder(wire(registry), "acme.");

            // When
            ProducerRecord<byte[], byte[]> message = encoder.encode(build);

            // Then
            assertThat(message.topic()).isEqualTo("acme.events.builds.v1");
            assertThat(message.key()).isEqualTo("github.com/acme/köln".getBytes(UTF_8));
            assertThat(wire(registry)
                            .deserializer(BuildChanged.class, false)
                            .deserialize(message.topic(), message.value()))
                    .isEqualTo(build);
        }
    }

    @Test
    void whatIsPreparedNeedsTheRegistryNoMore() {
        // Given
        EventEncoder encoder;
        try (TestRegistry registry = new TestRegistry()) {
            encoder = new EventEncoder(wire(registry), "acme.");
            encoder.prepare();
        }

        // When
        byte[] value = encoder.encode(build).value();

        // Then
        assertThat(value).isNotEmpty();
    }

    @Test
    void aRegistryThatIsAwayIsTroubleAndNotAnEventThatIsWrong() {
        // Given
        EventEncoder encoder;
        try (TestRegistry registry = new TestRegistry()) {
            encoder = new EventEncoder(wire(registry), "acme.");
        }

        // Then
        assertThatThrownBy(encoder::prepare).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> encoder.encode(build)).isInstanceOf(RegistryUnavailableException.class);
    }

    private static Wire wire(TestRegistry registry) {
        return Wire.from(Map.of(WireConfig.URL, registry.url(), WireConfig.RETRY_MS, "1"));
    }
}

package dev.streamgauge.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import dev.streamgauge.schemas.testkit.TestRegistry.Answer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTroubleTest {

    private static final Change CHANGE = new RandomRecords(21).next(Change.class);

    private final TestRegistry registry = new TestRegistry();

    @AfterEach
    void close() {
        registry.close();
    }

    private Wire wire(String... more) {
        Map<String, String> config = new HashMap<>(Map.of(
                WireConfig.URL, registry.url(), WireConfig.RETRY_MS, "400", WireConfig.REQUEST_TIMEOUT_MS, "200"));
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return Wire.from(config);
    }

    private static byte[] write(Wire wire) {
        return wire.serializer(Change.class, false).serialize("t", CHANGE);
    }

    private static Change read(Wire wire, byte[] bytes) {
        return wire.deserializer(Change.class, false).deserialize("t", bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408, 429})
    void troubleThatMayPassIsNeverBlamedOnTheRecord(int status) {
        // Given
        byte[] bytes = write(wire());
        registry.mood(call -> Answer.error(status, 50001, "store"));

        // When // Then
        assertThatThrownBy(() -> read(wire(), bytes))
                .isInstanceOf(RegistryUnavailableException.class)
                .isInstanceOf(RetriableException.class)
                .isNotInstanceOf(SerializationException.class)
                .hasMessageContaining("did not answer within 400 ms")
                .hasMessageContaining("answered " + status)
                .hasMessageContaining(WireConfig.URL);
        assertThat(registry.calls()).hasSizeGreaterThan(2);
    }

    @Test
    void aRegistryThatHangsIsUnavailable() {
        // Given
        registry.hang();

        // When // Then
        assertThatThrownBy(() -> write(wire()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("did not answer within 200 ms");
    }

    @Test
    void aRegistryThatIsDownIsUnavailable() {
        // Given
        Wire wire = wire();
        registry.close();

        // When // Then
        assertThatThrownBy(() -> write(wire))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("cannot be reached: connection refused");
    }

    @Test
    void anUnknownHostIsNamedAsThat() {
        assertThatThrownBy(() -> write(wire(WireConfig.URL, "http://nobody.invalid:8081", WireConfig.RETRY_MS, "0")))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("nobody.invalid:8081")
                .hasMessageContaining("the host's name is not known");
    }

    @Test
    void troubleThatPassesIsNotSeen() {
        // Given
        registry.mood(call -> call < 4 ? Answer.error(503, 503, "starting") : null);

        // When
        byte[] bytes = write(wire(WireConfig.RETRY_MS, "30000"));

        // Then
        assertThat(bytes).isNotEmpty();
        assertThat(registry.calls()).hasSize(4);
    }

    @Test
    void anotherAddressIsTriedAtOnceAndKept() {
        // Given
        TestRegistry broken = new TestRegistry();
        broken.mood(call -> Answer.error(500, 500, "broken"));
        try (broken) {
            Wire wire = wire(WireConfig.URL, broken.url() + "/, " + registry.url(), WireConfig.RETRY_MS, "0");
            byte[] bytes = write(wire);

            // When
            Change back = read(wire, bytes);

            // Then
            assertThat(back).isEqualTo(CHANGE);
            assertThat(broken.calls()).hasSize(1);
            assertThat(registry.calls()).hasSize(2);
        }
    }

    @Test
    void aFailureIsNotRemembered() {
        // Given
        Wire wire = wire(WireConfig.RETRY_MS, "0");
        registry.mood(call -> Answer.error(500, 500, "broken"));
        assertThatThrownBy(() -> write(wire)).isInstanceOf(RegistryUnavailableException.class);

        // When
        registry.mood(call -> null);

        // Then
        assertThat(read(wire, write(wire))).isEqualTo(CHANGE);
    }

    @Test
    void anInterruptedThreadStopsWaitingAndStaysInterrupted() {
        // Given
        registry.mood(call -> Answer.error(500, 500, "broken"));
        Wire wire = wire(WireConfig.RETRY_MS, "60000");
        Thread.currentThread().interrupt();

        // When // Then
        assertThatThrownBy(() -> write(wire)).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}

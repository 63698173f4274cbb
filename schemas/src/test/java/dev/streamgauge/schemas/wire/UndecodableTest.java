package dev.streamgauge.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import dev.streamgauge.schemas.testkit.TestRegistry.Answer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndecodableTest {

    private final TestRegistry registry = new TestRegistry();
    private final Wire wire = Wire.from(Map.of(WireConfig.URL, registry.url()));
    private final Deserializer<CommitPushed> deserializer = wire.deserializer(CommitPushed.class, false);

    @AfterEach
    void close() {
        registry.close();
    }

    private byte[] push() {
        CommitPushed push = new RandomRecords(11).next(CommitPushed.class);
        return wire.serializer(CommitPushed.class, false).serialize("t", push);
    }

    private void assertUndecodable(byte[] bytes, String message) {
        assertThatThrownBy(() -> deserializer.deserialize("t", bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNotInTheFramingIsUndecodableWithoutAskingTheRegistry() {
        assertUndecodable(new byte[0], "Only 0 bytes");
        assertUndecodable(new byte[] {0, 0, 0, 1}, "Only 4 bytes");
        assertUndecodable(
                "{\"type\":\"CommitPushed\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8), "first byte is 123");
        assertThat(registry.calls()).isEmpty();
    }

    @Test
    void anUnknownSchemaIsUndecodableUntilItIsKnown() {
        // Given
        byte[] bytes = push();
        TestRegistry empty = new TestRegistry();
        try (empty) {
            Deserializer<CommitPushed> other =
                    Wire.from(Map.of(WireConfig.URL, empty.url())).deserializer(CommitPushed.class, false);
            assertThatThrownBy(() -> other.deserialize("t", bytes))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessage("The schema registry knows no schema with id 1");

            // When
            empty.add("t-value", registry.schema(1));

            // Then
            assertThat(other.deserialize("t", bytes)).isEqualTo(deserializer.deserialize("t", bytes));
        }
    }

    @Test
    void bytesThatAreMissingOrLeftOverAreUndecodable() {
        // Given
        byte[] bytes = push();

        // When // Then
        assertUndecodable(Arrays.copyOf(bytes, bytes.length - 1), "as written by schema 1");
        assertUndecodable(Arrays.copyOf(bytes, bytes.length + 1), "bytes are left over");
    }

    @Test
    void aLengthOfTwoGigabytesTakesNoMemory() {
        // Given
        push();
        byte[] hugeText = {0, 0, 0, 0, 1, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};

        // When // Then
        assertUndecodable(hugeText, "as written by schema 1");
    }

    @Test
    void anotherRecordsBytesAreUndecodable() {
        // Given
        byte[] change = wire.serializer(Change.class, false).serialize("t", new RandomRecords(1).next(Change.class));

        // When // Then
        assertUndecodable(change, "Not a dev.streamgauge.events.v1.CommitPushed as written by schema 1");
    }

    @Test
    void aSchemaOfAnotherKindIsUndecodable() {
        // Given
        registry.mood(call -> new Answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}"));

        // When // Then
        assertUndecodable(new byte[] {0, 0, 0, 0, 9, 1}, "not Avro, but PROTOBUF");
    }

    @Test
    void aBrokenSchemaIsUndecodable() {
        // Given
        registry.mood(call -> new Answer(200, "{\"schema\":\"{\\\"type\\\":\\\"recrod\\\"}\"}"));

        // When // Then
        assertUndecodable(new byte[] {0, 0, 0, 0, 9, 1}, "Avro cannot read the schema with id 9");
    }

    @Test
    void aSchemaThatNamesAnyOtherClassLoadsNothing() {
        // Given
        registry.add("t-value", "{\"type\":\"record\",\"name\":\"java.lang.Thread\",\"fields\":[]}");
        try (AvroDeserializer<Change> any = new AvroDeserializer<>()) {
            any.configure(Map.of(WireConfig.URL, registry.url()), false);

            // When // Then
            assertThatThrownBy(() -> any.deserialize("t", new byte[] {0, 0, 0, 0, 1}))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("java.lang.Thread, which is no record of ours");
        }
    }

    @Test
    void anyDamageIsEitherDecodedOrUndecodableAndTheNextRecordIsRead() {
        // Given
        byte[] bytes = push();
        CommitPushed expected = deserializer.deserialize("t", bytes);
        Random random = new Random(42);

        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt(256);
            }

            // When
            Throwable thrown = catchThrowable(() -> deserializer.deserialize("t", damaged));

            // Then
            assertThat(thrown).isIn(thrown instanceof UndecodableException ? thrown : null, null);
        }
        assertThat(deserializer.deserialize("t", bytes)).isEqualTo(expected);
    }
}

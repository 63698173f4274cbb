package dev.streamgauge.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.ChangeKey;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.testkit.PublicRecords;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdeTest {

    private final TestRegistry registry = new TestRegistry();
    private final Wire wire = Wire.from(Map.of(WireConfig.URL, registry.url()));

    @AfterEach
    void close() {
        registry.close();
    }

    static List<Class<? extends SpecificRecord>> records() {
        return PublicRecords.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    <T extends SpecificRecord> void everyRecordComesBackEqual(Class<T> type) {
        // Given
        RandomRecords random = new RandomRecords(7);
        Serde<T> serde = wire.serde(type, false);

        for (int i = 0; i < 200; i++) {
            T record = random.next(type);

            // When
            T back = serde.deserializer().deserialize("t", serde.serializer().serialize("t", record));

            // Then
            assertThat(back).isEqualTo(record);
        }
    }

    @Test
    void bytesBeginWithZeroAndTheSchemasId() {
        // Given
        registry.add("other-value", "\"string\"");
        ChangeKey key = new RandomRecords(1).next(ChangeKey.class);

        // When
        byte[] bytes = wire.serializer(ChangeKey.class, true).serialize("changes.v1", key);

        // Then
        assertThat(bytes).startsWith(0, 0, 0, 0, 2);
        assertThat(registry.calls()).contains("POST /subjects/changes.v1-key/versions");
        assertThat(registry.schema(2)).doesNotContain("avro.java.string");
    }

    @Test
    void theRegistryIsAskedOncePerSubjectHoweverManyRecordsAreWritten() {
        // Given
        RandomRecords random = new RandomRecords(2);
        Serializer<Change> serializer = wire.serializer(Change.class, false);
        Deserializer<Change> deserializer = wire.deserializer(Change.class, false);

        // When
        for (int i = 0; i < 100; i++) {
            deserializer.deserialize("a", serializer.serialize("a", random.next(Change.class)));
            deserializer.deserialize("b", serializer.serialize("b", random.next(Change.class)));
        }

        // Then
        assertThat(registry.calls())
                .containsExactly(
                        "POST /subjects/a-value/versions", "GET /schemas/ids/1", "POST /subjects/b-value/versions");
    }

    @Test
    void whatRemembersWritesARecordToASecondTopicWithThatTopicsId() {
        // Given
        registry.add("other-value", "\"string\"");
        RandomRecords random = new RandomRecords(2);
        Change change = random.next(Change.class);
        Change other = random.next(Change.class);
        Serializer<Change> plain = wire.serializer(Change.class, false);
        Serializer<Change> first = wire.remembering().serializer(Change.class, false);
        Serializer<Change> second = wire.remembering().serializer(Change.class, false);

        // When
        List<byte[]> bytes = List.of(
                first.serialize("a", change),
                second.serialize("b", change),
                first.serialize("a", other),
                second.serialize("b", other),
                second.serialize("b", change));

        // Then
        assertThat(bytes)
                .containsExactly(
                        plain.serialize("a", change),
                        plain.serialize("b", change),
                        plain.serialize("a", other),
                        plain.serialize("b", other),
                        plain.serialize("b", change));
    }

    @Test
    void withoutRegistrationTheSchemaIsLookedUp() {
        // Given
        Change change = new RandomRecords(3).next(Change.class);
        byte[] registered = wire.serializer(Change.class, false).serialize("changes.v1", change);
        Wire reading = Wire.from(Map.of(WireConfig.URL, registry.url(), WireConfig.AUTO_REGISTER, "false"));

        // When
        byte[] bytes = reading.serializer(Change.class, false).serialize("changes.v1", change);

        // Then
        assertThat(bytes).isEqualTo(registered);
        assertThat(registry.calls()).endsWith("POST /subjects/changes.v1-value");
        assertThatThrownBy(() -> reading.serializer(Change.class, false).serialize("new", change))
                .isInstanceOf(RegistryConfigException.class)
                .hasMessageContaining(
                        "new-value does not have the schema of dev.streamgauge.facts.v1.Change: register it");
    }

    @Test
    void kafkaMayConfigureTheClassesByName() {
        // Given
        Change change = new RandomRecords(4).next(Change.class);
        try (AvroSerializer<Change> serializer = new AvroSerializer<>();
                AvroDeserializer<Change> deserializer = new AvroDeserializer<>()) {
            serializer.configure(Map.of(WireConfig.URL, List.of(registry.url())), false);
            deserializer.configure(Map.of(WireConfig.URL, List.of(registry.url())), false);

            // When
            Change back = deserializer.deserialize("t", serializer.serialize("t", change));

            // Then
            assertThat(back).isEqualTo(change);
        }
    }

    @Test
    void nullIsATombstoneOnBothSides() {
        // Given
        Serde<Change> serde = wire.serde(Change.class, false);

        // When // Then
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", (byte[]) null)).isNull();
        assertThat(registry.calls()).isEmpty();
    }

    @Test
    void aRecordWithoutARequiredFieldIsNamedAndLeavesNothingBehind() {
        // Given
        Serializer<BuildChanged> serializer = wire.serializer(BuildChanged.class, false);
        BuildChanged good = new RandomRecords(5).next(BuildChanged.class);
        byte[] expected = serializer.serialize("builds", good);

        // When
        assertThatThrownBy(() -> serializer.serialize("builds", new BuildChanged()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("A dev.streamgauge.events.v1.BuildChanged for builds does not fit its schema")
                .hasMessageContaining("event_id");

        // Then
        assertThat(serializer.serialize("builds", good)).isEqualTo(expected);
    }

    @Test
    void textAndBytesAreWrittenAsTheyAre() {
        assertThat(wire.serializer(String.class, true)).isInstanceOf(StringSerializer.class);
        assertThat(wire.serializer(byte[].class, false)).isInstanceOf(ByteArraySerializer.class);
        assertThatThrownBy(() -> wire.serializer(Integer.class, true))
                .hasMessageContaining("neither String, byte[] nor");
    }

    @Test
    void theCatalogueGivesSerdesOfItsTypes() {
        // Given
        Topic<ChangeKey, Change> topic = Topics.CHANGES;
        ChangeKey key = new RandomRecords(6).next(topic.keyClass());
        Serde<ChangeKey> serde = wire.serde(topic.keyClass(), true);

        // When
        byte[] bytes = serde.serializer().serialize(topic.name("streamgauge."), key);

        // Then
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(1);
        assertThat(serde.deserializer().deserialize(topic.name("streamgauge."), bytes))
                .isEqualTo(key);
    }
}

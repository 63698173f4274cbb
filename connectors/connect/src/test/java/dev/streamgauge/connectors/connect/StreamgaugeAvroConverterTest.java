package dev.streamgauge.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.aggregates.v1.LeadTimeKey;
import dev.streamgauge.connectors.connect.data.Structs;
import dev.streamgauge.connectors.connect.testkit.Records;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.schemas.testkit.TestRegistry;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamgaugeAvroConverterTest {

    private static final String GENUINE = "io.confluent.kafka.serializers.KafkaAvro";

    private final TestRegistry registry = new TestRegistry();
    private final Wire wire = Wire.from(Map.of(WireConfig.URL, registry.url()));
    private final StreamgaugeAvroConverter converter = converter(false, registry.url());

    @AfterEach
    void close() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(classes = {BuildChanged.class, LeadTime.class, LeadTimeKey.class})
    <T extends SpecificRecord> void shouldWriteTheVeryBytesAndSchemaThatTheProcessorsWrite(Class<T> type) {
        // Given
        T record = type.cast(new Records(1).next(type));
        byte[] ours = wire.serializer(type, false).serialize("t", record);

        // When
        byte[] bytes = converter.fromConnectData("t", Structs.schemaOf(record), Structs.of(record));

        // Then
        assertThat(bytes).isEqualTo(ours);
        assertThat(registry.schemas()).hasSize(1);
    }

    @Test
    void shouldShowASinkWhatTheProcessorsWrote() {
        // Given
        LeadTime aggregate = (LeadTime) new Records(2).next(LeadTime.class);
        byte[] bytes = wire.serializer(LeadTime.class, false).serialize("t", aggregate);

        // When
        SchemaAndValue shown = converter.toConnectData("t", bytes);

        // Then
        Struct row = (Struct) shown.value();
        assertThat(shown.schema()).isSameAs(row.schema());
        assertThat(row.getInt64("count")).isEqualTo(aggregate.getCount());
        assertThat(Structs.record(row)).isEqualTo(aggregate);
    }

    @Test
    void shouldPassTombstonesThrough() {
        assertThat(converter.fromConnectData("t", null, null)).isNull();
        assertThat(converter.toConnectData("t", null)).isEqualTo(SchemaAndValue.NULL);
    }

    @Test
    void shouldSayWhichConverterTheKeysOfEventsNeed() {
        assertThatThrownBy(() ->
                        converter(true, registry.url()).fromConnectData("t", Schema.STRING_SCHEMA, "github.com/a/b"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("StringConverter");
    }

    @Test
    void shouldCallWrongBytesBadData() {
        assertThatThrownBy(() -> converter.toConnectData("t", new byte[] {1, 2, 3, 4, 5, 6}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not Avro in Confluent's framing");
    }

    @Test
    void shouldLetConnectTryAgainWhenTheRegistryIsAway() {
        // Given
        BuildChanged record = (BuildChanged) new Records(3).next(BuildChanged.class);
        StreamgaugeAvroConverter alone = converter(false, "http://127.0.0.1:1");

        // Then
        assertThatThrownBy(() -> alone.fromConnectData("t", Structs.schemaOf(record), Structs.of(record)))
                .isInstanceOf(RetriableException.class);
    }

    /** The genuine serdes are on the class path only with {@code mvn -Pconformance}. */
    @Test
    void shouldUnderstandTheGenuineSerdesAndBeUnderstood() {
        org.assertj.core.api.Assumptions.assumeThat(
                        getClass().getClassLoader().getResource(GENUINE.replace('.', '/') + "Serializer.class"))
                .as("the genuine serdes: mvn -Pconformance")
                .isNotNull();
        // Given
        Serde<BuildChanged> genuine = Wire.from(Map.of(
                        WireConfig.URL,
                        registry.url(),
                        WireConfig.SERIALIZER,
                        GENUINE + "Serializer",
                        WireConfig.DESERIALIZER,
                        GENUINE + "Deserializer"))
                .serde(BuildChanged.class, false);
        BuildChanged record = (BuildChanged) new Records(4).next(BuildChanged.class);

        // When
        byte[] bytes = converter.fromConnectData("t", Structs.schemaOf(record), Structs.of(record));

        // Then
        assertThat(genuine.deserializer().deserialize("t", bytes)).isEqualTo(record);
        Object back = converter
                .toConnectData("t", genuine.serializer().serialize("t", record))
                .value();
        assertThat(Structs.record((Struct) back)).isEqualTo(record);
    }

    private static StreamgaugeAvroConverter converter(boolean key, String url) {
        StreamgaugeAvroConverter converter = new StreamgaugeAvroConverter();
        converter.configure(Map.of(WireConfig.URL, url, WireConfig.RETRY_MS, "100"), key);
        return converter;
    }
}

package dev.streamgauge.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgauge.schemas.testkit.PublicRecords;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ours against the genuine serdes, which are on the class path only with {@code mvn -Pconformance}. */
class ConfluentConformanceTest {

    private static final String GENUINE = "io.confluent.kafka.serializers.KafkaAvro";

    private final TestRegistry registry = new TestRegistry();
    private Wire ours;
    private Wire genuine;

    @BeforeEach
    void configure() {
        assumeThat(ConfluentConformanceTest.class
                        .getClassLoader()
                        .getResource(GENUINE.replace('.', '/') + "Serializer.class"))
                .as("the genuine serdes: mvn -Pconformance")
                .isNotNull();
        ours = Wire.from(Map.of(WireConfig.URL, registry.url()));
        genuine = Wire.from(Map.of(
                WireConfig.URL,
                registry.url(),
                "avro.remove.java.properties",
                "true",
                WireConfig.SERIALIZER,
                GENUINE + "Serializer",
                WireConfig.DESERIALIZER,
                GENUINE + "Deserializer"));
    }

    @AfterEach
    void close() {
        registry.close();
    }

    static List<Class<? extends SpecificRecord>> records() {
        return PublicRecords.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    <T extends SpecificRecord> void bothWriteTheSameBytesAndReadEachOther(Class<T> type) {
        // Given
        RandomRecords random = new RandomRecords(99);
        Serde<T> our = ours.serde(type, false);
        Serde<T> their = genuine.serde(type, false);

        for (int i = 0; i < 50; i++) {
            T record = random.next(type);

            // When
            byte[] written = our.serializer().serialize("t", record);
            byte[] theirs = their.serializer().serialize("t", record);

            // Then
            assertThat(theirs).isEqualTo(written);
            assertThat(their.deserializer().deserialize("t", written)).isEqualTo(record);
            assertThat(our.deserializer().deserialize("t", theirs)).isEqualTo(record);
        }
    }
}

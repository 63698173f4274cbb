package dev.streamgauge.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.generator.Histories;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be understood, or would do harm, is drawn off with its reason and its bytes; everything else goes on. */
class BadInputTest {

    private static final String REPOSITORY = "github.com/acme/shop";
    private static final byte[] KEY = REPOSITORY.getBytes(UTF_8);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final DeployChanged DEPLOY = DeployChanged.newBuilder()
            .setEventId("e-1")
            .setSource("test")
            .setRepository(REPOSITORY)
            .setOccurredAt(NOON)
            .setReceivedAt(NOON)
            .setDeployId("d-1")
            .setEnvironment("production")
            .setSha("1111111111111111111111111111111111111111")
            .setState("running")
            .build();

    @TempDir
    Path directory;

    private DrivenTopology topology;

    @BeforeEach
    void start() {
        topology = new DrivenTopology(directory);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void bytesThatAreNoAvroAreUndecodable() {
        shouldRefuse("undecodable", KEY, "not Avro".getBytes(UTF_8));
    }

    @Test
    void anEmptyValueIsUndecodable() {
        shouldRefuse("undecodable", KEY, new byte[0]);
    }

    @Test
    void aRecordThatIsCutOffIsUndecodable() {
        byte[] whole = topology.bytes(DEPLOY);
        shouldRefuse("undecodable", KEY, Arrays.copyOf(whole, whole.length - 3));
    }

    @Test
    void aRecordWithBytesLeftOverIsUndecodable() {
        byte[] whole = topology.bytes(DEPLOY);
        shouldRefuse("undecodable", KEY, Arrays.copyOf(whole, whole.length + 3));
    }

    @Test
    void aSchemaThatTheRegistryDoesNotKnowIsUndecodable() {
        byte[] strange = topology.bytes(DEPLOY);
        strange[3] = 77;
        shouldRefuse("undecodable", KEY, strange);
    }

    @Test
    void anEventInAnothersTopicIsUndecodable() {
        shouldRefuse("undecodable", Topics.BUILDS, new TestRecord<>(KEY, topology.bytes(DEPLOY)));
    }

    @Test
    void noValueIsAMissingField() {
        shouldRefuse("missing_field", KEY, null);
    }

    @Test
    void anotherRepositoryAsTheKeyIsAMismatch() {
        shouldRefuse("key_mismatch", "github.com/acme/api".getBytes(UTF_8), topology.bytes(DEPLOY));
    }

    @Test
    void noKeyIsAMismatch() {
        shouldRefuse("key_mismatch", null, topology.bytes(DEPLOY));
    }

    @Test
    void theYear9999IsOutOfRange() {
        DeployChanged future = DeployChanged.newBuilder(DEPLOY)
                .setStartedAt(Instant.parse("9999-12-31T23:59:59Z"))
                .build();
        shouldRefuse("time_out_of_range", KEY, topology.bytes(future));
    }

    @Test
    void aTimeBefore1990IsOutOfRange() {
        DeployChanged zero =
                DeployChanged.newBuilder(DEPLOY).setOccurredAt(Instant.EPOCH).build();
        shouldRefuse("time_out_of_range", KEY, topology.bytes(zero));
    }

    @Test
    void anUnknownWordForTheStateIsABadValue() {
        shouldRefuse(
                "bad_value",
                KEY,
                topology.bytes(
                        DeployChanged.newBuilder(DEPLOY).setState("sleeping").build()));
    }

    @Test
    void whatIsGoodAmongTheBadIsCountedAsIfItWereAlone() {
        // Given
        List<SpecificRecordBase> history = Histories.small(5);
        Batch batch;
        try (Oracle oracle = Oracle.open()) {
            batch = Batch.of(oracle, history);
        }

        // When
        for (SpecificRecordBase event : history) {
            topology.send(event);
            topology.send(Topics.BUILDS, new TestRecord<>(KEY, new byte[] {1, 2, 3}));
        }

        // Then
        batch.requireEqual(topology.sections(), "a bad record after each good one");
        assertThat(topology.deadLetters()).hasSameSizeAs(history);
    }

    private void shouldRefuse(String reason, byte[] key, byte[] value) {
        shouldRefuse(reason, Topics.DEPLOYS, new TestRecord<>(key, value));
    }

    private void shouldRefuse(String reason, Topic<?, ?> topic, TestRecord<byte[], byte[]> bare) {
        // Given
        RecordHeaders headers = new RecordHeaders();
        headers.add(DeadLetterHeaders.ORIGIN, "a door".getBytes(UTF_8));
        TestRecord<byte[], byte[]> bad = new TestRecord<>(bare.key(), bare.value(), headers, DrivenTopology.ARRIVAL);

        // When
        topology.send(topic, bad);

        // Then
        assertThat(topology.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(bad.key());
            assertThat(letter.value()).isEqualTo(bad.value());
            assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo(reason);
            assertThat(header(letter, DeadLetterHeaders.MESSAGE)).isNotBlank();
            assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(DrivenTopology.name(topic));
            assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
            assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("0");
            assertThat(header(letter, DeadLetterHeaders.ORIGIN)).isEqualTo("a door");
        });
        assertThat(topology.sections().values())
                .allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}

package dev.streamgauge.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts on what a killed process leaves behind: a copy of a running broker's directory. */
@Timeout(120)
class KilledBrokerTest {

    private static final TopicPartition WRITTEN = new TopicPartition("written", 0);
    private static final int PARTITIONS = 150; // The more, the longer it takes until all have lost their leaders.

    @TempDir
    Path directory;

    @Test
    void shouldFinishACommitThatTheKillInterrupted() throws Exception {
        // Given
        CrashImage killed;
        try (EmbeddedBroker broker = start(directory.resolve("running"));
                Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(WRITTEN.topic(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
            commit(broker, admin, "promised");
            killed = CrashImage.of(directory.resolve("running"), directory.resolve("killed"));
        }
        killed.forgetLastBatch(WRITTEN.toString()); // the marker that ends the transaction
        killed.forgetLastBatch("__transaction_state"); // and the note that there is nothing left to do

        // When
        List<String> found;
        try (MarkersLeftOut leftOut = new MarkersLeftOut();
                EmbeddedBroker broker = start(killed.directory())) {
            found = readCommitted(broker);

            // Then
            assertThat(leftOut.messages()).isEmpty();
        }
        assertThat(found).containsExactly("promised");
    }

    @Test
    void shouldComeBackWithoutWaitingForTheKilledBroker() throws Exception {
        // Given
        CrashImage killed;
        String clusterId;
        try (EmbeddedBroker broker = start(directory.resolve("running"))) {
            clusterId = broker.clusterId();
            killed = CrashImage.of(directory.resolve("running"), directory.resolve("killed"));
        }

        // When
        try (EmbeddedBroker broker = start(killed.directory())) {

            // Then
            assertThat(broker.clusterId()).isEqualTo(clusterId);
        }
    }

    @Test
    void shouldStartAfterAKillBeforeTheFirstRegistration() throws Exception {
        // Given
        BrokerConfig config = config(directory);
        Storage.prepare(config);
        assertThat(config.wasKilled()).isTrue();

        // When
        try (EmbeddedBroker broker = start(directory);
                Admin admin = admin(broker)) {

            // Then
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        assertThat(Files.exists(config.logs().resolve(".kafka_cleanshutdown"))).isTrue();
    }

    private static EmbeddedBroker start(Path directory) {
        return EmbeddedBroker.start(config(directory));
    }

    private static BrokerConfig config(Path directory) {
        return new BrokerConfig(directory, 0, message -> {
            throw new AssertionError(message);
        });
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    // The client is told of its success before the markers are written.
    private static void commit(EmbeddedBroker broker, Admin admin, String value) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(WRITTEN.topic(), WRITTEN.partition(), null, value))
                    .get();
            producer.commitTransaction();
        }
        TransactionState state;
        do {
            state = admin.describeTransactions(List.of("writer"))
                    .description("writer")
                    .get()
                    .state();
        } while (state != TransactionState.COMPLETE_COMMIT);
    }

    private static List<String> readCommitted(EmbeddedBroker broker) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(WRITTEN));
            return consumer.poll(Duration.ofSeconds(20)).records(WRITTEN).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}

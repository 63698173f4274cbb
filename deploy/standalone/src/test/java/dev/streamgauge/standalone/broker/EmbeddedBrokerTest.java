package dev.streamgauge.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.standalone.StandaloneException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final String TOPIC = "kept";

    @TempDir
    Path directory;

    @Test
    void shouldKeepTopicsAndDataOverARestart() throws Exception {
        // Given
        String clusterId;
        try (EmbeddedBroker broker = start(0)) {
            clusterId = broker.clusterId();
            createTopic(broker);
            send(broker, "before");
        }

        // When
        List<String> found;
        try (EmbeddedBroker broker = start(0)) {
            assertThat(broker.clusterId()).isEqualTo(clusterId);
            found = read(broker);
        }

        // Then
        assertThat(found).containsExactly("before");
    }

    @Test
    void shouldListenOnTheChosenPort() throws Exception {
        // Given
        int port = Ports.brokerAndController(0)[0];

        // When
        try (EmbeddedBroker broker = start(port)) {

            // Then
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            createTopic(broker);
        }
    }

    @Test
    void shouldSayWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            // When
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    // Then
                    .isInstanceOf(StandaloneException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("choose another port")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void shouldLeaveNoThreadThatKeepsTheJvmAlive() {
        // Given
        Set<Thread> before = lasting();

        // When
        start(0).close();

        // Then
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!before.containsAll(lasting()) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // one that has been told to end may need a moment
        }
        assertThat(before).containsAll(lasting());
    }

    @Test
    void shouldSayWhenTheDirectoryIsDamaged() throws Exception {
        // Given
        Files.createDirectories(directory.resolve("metadata"));
        Files.writeString(directory.resolve("metadata/meta.properties"), "nonsense");

        // When
        assertThatThrownBy(() -> start(0))
                // Then
                .isInstanceOf(StandaloneException.class)
                .hasMessageContaining("meta.properties")
                .hasMessageContaining("another data directory");
    }

    @Test
    void shouldCloseTwice() {
        // Given
        EmbeddedBroker broker = start(0);
        broker.close();

        // When
        broker.close();

        // Then
        assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
    }

    private EmbeddedBroker start(int port) {
        return EmbeddedBroker.start(new BrokerConfig(directory, port, message -> {
            throw new AssertionError(message);
        }));
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            var records = consumer.poll(Duration.ofSeconds(20)).records(new TopicPartition(TOPIC, 0));
            return records.stream().map(record -> record.value()).toList();
        }
    }

    private static Set<Thread> lasting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}

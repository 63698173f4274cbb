package dev.streamgauge.checks.gateway;

import dev.streamgauge.connectors.gateway.Gateway;
import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A gateway in this process, on a broker and a registry. Its source {@code ours} is signed as GitHub signs, and sends our own JSON form. */
final class Rig implements AutoCloseable {

    static final String PREFIX = "gate.";
    static final Map<String, String> SETTINGS = Map.of(
            "gateway.listen", "127.0.0.1:0",
            "gateway.management.listen", "127.0.0.1:0",
            "gateway.raw.max.bytes", "2000000",
            "gateway.timeout.answer.ms", "15000", // A loaded machine is no broker that is away.
            "source.ours.provider", "generic",
            "source.ours.scheme", "github",
            "source.ours.secret", Requests.SECRET,
            "source.ours.secret.previous", Requests.PREVIOUS);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Platform platform = Platform.start(PlatformConfig.temporary());
    private final KafkaConsumer<byte[], byte[]> counter;
    private final Gateway gateway;

    /** @param more settings */
    Rig(Map<String, String> more) {
        platform.createTopics(PREFIX, 2);
        gateway = Gateway.start(config(more), platform.clientConfig(), PREFIX);
        counter =
                new KafkaConsumer<>(platform.clientConfig(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        awaitReady(gateway.managementPort());
    }

    static GatewayConfig config(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        return GatewayConfig.of(
                settings, Providers.all().stream().map(Provider::name).toList());
    }

    int port() {
        return gateway.port();
    }

    Platform platform() {
        return platform;
    }

    private void awaitReady(int port) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (get(port, "/readyz").startsWith("Kafka")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The gateway does not become ready");
            }
        }
    }

    String metrics() {
        return get(gateway.managementPort(), "/metrics");
    }

    private String get(int port, String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything in these topics, as it is. */
    List<ConsumerRecord<byte[], byte[]>> read(Topic<?, ?>... topics) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        new TopicReader(platform.clientConfig(), PREFIX)
                .raw(List.of(topics), all -> partition -> true, count -> {}, found::add);
        return found;
    }

    /** How many messages are in a topic. */
    long count(Topic<?, ?> topic) {
        List<TopicPartition> partitions = counter.partitionsFor(topic.name(PREFIX)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return counter.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    static Topic<?, ?>[] allOfTheDoor() {
        return Stream.concat(Topics.events().stream(), Stream.of(Topics.RAW_EVENTS, Topics.DEAD_LETTERS))
                .toArray(Topic<?, ?>[]::new);
    }

    @Override
    public void close() {
        try {
            gateway.close();
            counter.close();
        } finally {
            platform.close();
        }
    }
}

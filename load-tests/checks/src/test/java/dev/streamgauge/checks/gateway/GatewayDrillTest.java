package dev.streamgauge.checks.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway dies, and Kafka goes away, while somebody sends. What was answered 2xx is in the topics; what was not, is sent again. */
@Timeout(600)
class GatewayDrillTest {

    private static final int DELIVERIES = Integer.getInteger("drill.deliveries", 1_000);
    private static final int KILLS = Integer.getInteger("drill.kills", 6);

    @TempDir
    Path directory;

    @Test
    void killsInBurstsLoseNothingThatWasAnswered() throws Exception {
        try (Platform platform = Platform.start(PlatformConfig.temporary())) {
            // Given
            platform.createTopics(Rig.PREFIX, 2);
            int port = freePort();
            GatewayProcess gateway = new GatewayProcess(platform.bootstrapServers(), platform.registryUrl(), port);
            Sender sender = new Sender(port);
            gateway.start();
            Future<?> sent = sender.send(DELIVERIES);

            // When
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitTaken(sender, sent, DELIVERIES * kill / (KILLS + 1));
                gateway.kill();
                gateway.start();
                if (kill % 3 == 0) {
                    gateway.kill(); // In bursts: this one had not even begun.
                    gateway.start();
                }
            }
            sent.get();
            gateway.kill();

            // Then
            requireAll(platform, sender, "kill -9, %d times".formatted(KILLS + KILLS / 3 + 1));
        }
    }

    @Test
    void anOutageOfKafkaLosesNothingThatWasAnsweredAndEndsByItself() throws Exception {
        // Given
        int broker = freePort();
        int registry = freePort();
        PlatformConfig config = PlatformConfig.in(directory.resolve("data")).withPorts(broker, registry);
        GatewayProcess gateway = new GatewayProcess("127.0.0.1:" + broker, "http://127.0.0.1:" + registry, freePort());
        try {
            Platform first = Platform.start(config);
            first.createTopics(Rig.PREFIX, 2);
            gateway.start();
            Sender sender = new Sender(gateway.port());
            Future<?> sent = sender.send(DELIVERIES);
            awaitTaken(sender, sent, DELIVERIES / 3);

            // When
            first.close();
            awaitRefused(sender);
            try (Platform second = Platform.start(config)) {
                sent.get();

                // Then
                requireAll(second, sender, "an outage of Kafka and the registry");
            }
            assertThat(sender.slowest()).as("ms until the slowest answer").isLessThan(5_000);
        } finally {
            gateway.kill();
        }
    }

    private static void awaitTaken(Sender sender, Future<?> sent, int count) throws InterruptedException {
        while (sender.taken() < count && !sent.isDone()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void awaitRefused(Sender sender) throws InterruptedException {
        while (!sender.answers().containsKey(503) || sender.answers().get(503).get() < 100) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void requireAll(Platform platform, Sender sender, String what) {
        TopicReader reader = new TopicReader(platform.clientConfig(), Rig.PREFIX);
        Map<String, Long> events = new HashMap<>();
        Set<DeployChanged> distinct = new HashSet<>();
        reader.each(Topics.DEPLOYS, found -> {
            events.merge(found.value().getDeployId(), 1L, Long::sum);
            distinct.add(withoutArrival(found.value()));
        });
        Set<String> raw = new HashSet<>();
        reader.each(Topics.RAW_EVENTS, found -> raw.add(new String(found.key(), UTF_8)));
        Set<String> expected =
                IntStream.range(0, DELIVERIES).mapToObj(i -> "d-" + i).collect(Collectors.toSet());
        long records = events.values().stream().mapToLong(Long::longValue).sum();
        assertThat(events.keySet()).isEqualTo(expected);
        assertThat(raw).isEqualTo(expected);
        assertThat(distinct)
                .as("once by its key: every repetition says the same")
                .hasSize(DELIVERIES);
        System.err.printf(
                "%s: %,d deliveries answered 2xx, none lost; %,d event records, %,d of them repeated; answers %s (0: none); slowest %,d ms%n",
                what, sender.taken(), records, records - events.size(), sender.answers(), sender.slowest());
    }

    // The door says when it arrived, and it arrived twice.
    private static DeployChanged withoutArrival(DeployChanged deploy) {
        deploy.setReceivedAt(deploy.getOccurredAt());
        return deploy;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

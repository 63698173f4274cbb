package dev.streamgauge.checks.topics;

import dev.streamgauge.connectors.gateway.Gateway;
import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;

/** A gateway that reads the topics {@code gerrit} and {@code ci}; in this process, or in one of its own that can be killed as a machine kills. */
final class TopicGateway {

    static final String PREFIX = "gate.";

    private static final Map<String, String> SETTINGS = Map.of(
            "gateway.listen", "127.0.0.1:0",
            "gateway.management.listen", "127.0.0.1:0",
            "source.review.provider", "gerrit",
            "source.review.topic", "gerrit",
            "source.review.kafka.session.timeout.ms", "6000",
            "source.review.kafka.max.poll.records", "20",
            "source.ci.provider", "cdevents",
            "source.ci.topic", "ci");

    private TopicGateway() {}

    static Gateway start(Map<String, Object> clients) {
        return Gateway.start(
                GatewayConfig.of(
                        SETTINGS, Providers.all().stream().map(Provider::name).toList()),
                clients,
                PREFIX);
    }

    static Process startApart(Map<String, Object> clients) throws IOException {
        return OwnJvm.of(TopicGateway.class)
                .with(
                        clients.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                                .toString(),
                        clients.get(WireConfig.URL).toString())
                .inheritIO()
                .start();
    }

    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The gateway survived SIGKILL");
        }
    }

    // The brokers, the registry.
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Object> clients =
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, arguments[0], WireConfig.URL, arguments[1]);
        try (Gateway gateway = start(clients)) {
            while (gateway.port() > 0) {
                new CountDownLatch(1).await();
            }
        }
    }
}

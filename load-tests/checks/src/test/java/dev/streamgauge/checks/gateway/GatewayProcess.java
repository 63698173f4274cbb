package dev.streamgauge.checks.gateway;

import dev.streamgauge.connectors.gateway.Gateway;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;

/** A gateway in a process of its own, which can be killed as a machine kills: no hook runs, nothing is flushed or closed. */
final class GatewayProcess {

    private final String bootstrapServers;
    private final String registryUrl;
    private final int port;
    private Process process;

    GatewayProcess(String bootstrapServers, String registryUrl, int port) {
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
        this.port = port;
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        process = OwnJvm.of(GatewayProcess.class)
                .with(bootstrapServers, registryUrl, Integer.toString(port))
                .inheritIO()
                .start();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The gateway survived SIGKILL");
        }
    }

    // The brokers, the registry, the port.
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Object> clients =
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, arguments[0], WireConfig.URL, arguments[1]);
        Map<String, String> listen = Map.of(
                "gateway.listen",
                "127.0.0.1:" + arguments[2],
                "gateway.rate.per.second",
                "100000",
                "gateway.timeout.answer.ms",
                "2000");
        try (Gateway gateway = Gateway.start(Rig.config(listen), clients, Rig.PREFIX)) {
            while (gateway.port() > 0) {
                new CountDownLatch(1).await();
            }
        }
    }
}

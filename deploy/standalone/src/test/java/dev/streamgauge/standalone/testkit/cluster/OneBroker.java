package dev.streamgauge.standalone.testkit.cluster;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import dev.streamgauge.standalone.broker.BrokerConfig;
import dev.streamgauge.standalone.broker.EmbeddedBroker;
import dev.streamgauge.standalone.testkit.OwnJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The broker that the standalone mode brings along, in a process of its own. Unlike Kafka's own start of a single broker it survives a kill with transactions open
 * (docs/adr/0006).
 */
public final class OneBroker implements Brokers {

    private static final Duration START = Duration.ofMinutes(2);

    private final OwnProcess process;
    private final int port;

    private OneBroker(OwnProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it, and returns when it answers. */
    public static OneBroker start(Path directory) {
        return start(directory, OwnJvm.of(OneBroker.class).heap("512m"));
    }

    /** The same as somebody who measures wants it. */
    public static OneBroker startFast(Path directory) {
        return start(directory, OwnJvm.of(OneBroker.class).heap("1g").fast());
    }

    private static OneBroker start(Path directory, OwnJvm jvm) {
        int port = FreePorts.of(1).get(0);
        ProcessBuilder builder = jvm.flags("-Dlogback.configurationFile=logback.xml")
                .with(directory.resolve("broker").toString(), Integer.toString(port));
        OneBroker broker = new OneBroker(new OwnProcess(builder, directory.resolve("broker-log.txt")), port);
        broker.process.start();
        broker.awaitAll();
        return broker;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public OwnProcess node(int id) {
        return process;
    }

    @Override
    public void awaitAll() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            eventually(START, "the broker answers", () -> answers(admin));
        }
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    // Its directory, its port.
    public static void main(String[] arguments) throws InterruptedException {
        BrokerConfig config = new BrokerConfig(Path.of(arguments[0]), Integer.parseInt(arguments[1]), reason -> {
            System.err.println(reason);
            Runtime.getRuntime().halt(1);
        });
        try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
            while (!broker.bootstrapServers().isEmpty()) {
                new CountDownLatch(1).await();
            }
        }
    }
}

package dev.streamgauge.checks.drills;

import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.testkit.cluster.Brokers;
import dev.streamgauge.standalone.testkit.cluster.Cluster;
import dev.streamgauge.standalone.testkit.cluster.OneBroker;
import dev.streamgauge.standalone.testkit.cluster.RegistryProcess;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** Where drills take place: brokers and a registry, each in a process of its own. */
final class Ground implements AutoCloseable {

    private final Path directory;
    private final Brokers brokers;
    private final RegistryProcess registry;

    private Ground(Path directory, Brokers brokers) {
        this.directory = directory;
        this.brokers = brokers;
        this.registry = RegistryProcess.start(directory);
    }

    /** With the broker that we bring along. */
    static Ground ofOurBroker(Path directory) {
        return new Ground(directory, OneBroker.start(directory));
    }

    /** With Kafka as users run it. */
    static Ground of(int nodes, Path directory) {
        return new Ground(directory, Cluster.start(nodes, directory));
    }

    Path directory() {
        return directory;
    }

    Brokers brokers() {
        return brokers;
    }

    /** Only of a ground that has one. */
    Cluster cluster() {
        return (Cluster) brokers;
    }

    RegistryProcess registry() {
        return registry;
    }

    /** How to reach both. */
    Map<String, Object> clients() {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                brokers.bootstrapServers(),
                WireConfig.URL,
                registry.url());
    }

    @Override
    public void close() {
        registry.close();
        brokers.close();
    }
}

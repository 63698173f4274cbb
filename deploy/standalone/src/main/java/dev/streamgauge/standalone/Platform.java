package dev.streamgauge.standalone;

import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.broker.BrokerConfig;
import dev.streamgauge.standalone.broker.EmbeddedBroker;
import dev.streamgauge.standalone.registry.Level;
import dev.streamgauge.standalone.registry.RegistryConfig;
import dev.streamgauge.standalone.registry.RegistryServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.CommonClientConfigs;

/** What Streamgauge runs on, in this JVM: a broker and a registry, both on loopback, and the directory that they share. */
public final class Platform implements AutoCloseable {

    private final DataDirectory data;
    private final EmbeddedBroker broker;
    private final RegistryServer registry;

    private Platform(DataDirectory data, EmbeddedBroker broker, RegistryServer registry) {
        this.data = data;
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts everything, and returns when clients can connect. If it fails, nothing keeps running.
     *
     * @throws StandaloneException if the directory or a port cannot be used
     */
    public static Platform start(PlatformConfig config) {
        DataDirectory data = config.dataDirectory().map(DataDirectory::open).orElseGet(DataDirectory::temporary);
        try {
            Logs.writeTo(data.log(), data.isTemporary());
            return start(config, data);
        } catch (RuntimeException | Error e) {
            data.close();
            throw e;
        }
    }

    /** Where Kafka's clients connect. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where the serdes connect. */
    public String registryUrl() {
        return registry.url();
    }

    /** Both, as Kafka's clients and our serdes want them. */
    public Map<String, Object> clientConfig() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(), WireConfig.URL, registryUrl());
    }

    /** Where the processors keep their state. It belongs to the topics: both are kept, or both are deleted. */
    public Path stateDirectory() {
        return data.state();
    }

    /** The directory of it all. */
    public Path dataDirectory() {
        return data.path();
    }

    /**
     * Creates those topics of the catalogue that do not exist yet, and waits until they can be used.
     *
     * @param prefix of all their names
     * @param partitions of all but the dead letters
     * @throws StandaloneException if they exist with another number of partitions, or the broker does not answer
     */
    public void createTopics(String prefix, int partitions) {
        new TopicCreation(bootstrapServers()).create(prefix, partitions);
    }

    /** Stops everything, within half a minute whatever happens. Safe to call twice. */
    @Override
    public void close() {
        try {
            registry.close();
        } finally {
            try {
                broker.close();
            } finally {
                data.close();
            }
        }
    }

    private static Platform start(PlatformConfig config, DataDirectory data) {
        CompletableFuture<EmbeddedBroker> broker = CompletableFuture.supplyAsync(
                () -> EmbeddedBroker.start(new BrokerConfig(
                        data.broker(),
                        config.brokerPort(),
                        reason -> config.onFatal().accept(data.whyFatal(reason)))),
                task -> new Thread(task, "platform-start").start());
        RegistryServer registry;
        try {
            registry = RegistryServer.start(
                    new RegistryConfig(data.schemas(), config.registryPort(), Level.FULL_TRANSITIVE));
        } catch (RuntimeException | Error e) {
            broker.handle((started, failure) -> started)
                    .thenAccept(Platform::closeIfStarted)
                    .join();
            throw e;
        }
        try {
            return new Platform(data, broker.join(), registry);
        } catch (CompletionException e) {
            registry.close();
            throw e.getCause() instanceof StandaloneException known ? known : e;
        }
    }

    private static void closeIfStarted(EmbeddedBroker broker) {
        if (broker != null) {
            broker.close();
        }
    }
}

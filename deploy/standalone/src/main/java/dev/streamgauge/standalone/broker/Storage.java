package dev.streamgauge.standalone.broker;

import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's directories, as Kafka's own storage tool prepares them. */
final class Storage {

    private Storage() {}

    /**
     * Prepares what is not prepared yet and leaves the rest alone.
     *
     * @return the cluster's id, which lasts as long as the directory
     */
    static String prepare(BrokerConfig config) {
        String clusterId = Stream.of(config.metadata(), config.logs())
                .map(directory -> directory.resolve("meta.properties"))
                .filter(Files::exists)
                .findFirst()
                .map(Storage::readClusterId)
                .orElseGet(() -> Uuid.randomUuid().toString());
        format(config, clusterId);
        return clusterId;
    }

    private static String readClusterId(Path file) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
        String clusterId = properties.getProperty("cluster.id");
        if (clusterId == null) {
            throw damaged(file, null);
        }
        return clusterId;
    }

    private static StandaloneException damaged(Path file, Exception cause) {
        return new StandaloneException(
                "Cannot read the cluster's id in " + file + ": restore the file, or start with another data directory",
                cause);
    }

    private static void format(BrokerConfig config, String clusterId) {
        try {
            Files.createDirectories(config.logs());
            Files.createDirectories(config.metadata());
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(clusterId)
                    .setIgnoreFormatted(true)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(config.metadata().toString())
                    .setDirectories(
                            List.of(config.metadata().toString(), config.logs().toString()))
                    .setHasDynamicQuorum(false)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) { // Kafka's method declares no narrower one.
            throw new StandaloneException(
                    "Cannot prepare the broker's directory " + config.directory() + ": " + e.getMessage(), e);
        }
    }
}

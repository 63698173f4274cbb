package dev.streamgauge.standalone.broker;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What an embedded broker needs to know.
 *
 * @param directory the broker's own; created if missing, and found again at the next start
 * @param port on loopback; 0 takes a free one
 * @param onFatal told, in one line, that the running broker can not go on; called at most once, from any thread
 */
public record BrokerConfig(Path directory, int port, Consumer<String> onFatal) {

    public BrokerConfig {
        directory = directory.toAbsolutePath().normalize();
        Objects.requireNonNull(onFatal, "onFatal");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is between 0 and 65535, not " + port);
        }
    }

    Path logs() {
        return directory.resolve("topics");
    }

    // Apart from the topics, so that Kafka locks the directories before it opens the metadata log.
    Path metadata() {
        return directory.resolve("metadata");
    }

    /** Whether a former run ended without closing its broker. */
    boolean wasKilled() {
        Path cleanEnd = logs().resolve(".kafka_cleanshutdown");
        return logs().resolve("meta.properties").toFile().exists()
                && !cleanEnd.toFile().exists();
    }
}

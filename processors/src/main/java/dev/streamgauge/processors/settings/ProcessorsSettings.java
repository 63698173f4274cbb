package dev.streamgauge.processors.settings;

import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.telemetry.TelemetrySettings;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.Address;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What processors beside the user's own Kafka need to know, but for how to reach it.
 *
 * @param home where this instance is
 * @param engine how work is done
 * @param definitions what the definitions leave to choose
 * @param watch how queues are watched; null: nobody watches
 * @param telemetry what of delivery is counted for operators
 */
public record ProcessorsSettings(
        Home home, Engine engine, Definitions definitions, WatchSettings watch, TelemetrySettings telemetry) {

    /**
     * Where this instance is.
     *
     * @param state the directory of its state
     * @param instanceId null: nobody has chosen one
     * @param management where operators ask
     */
    public record Home(Path state, String instanceId, Address management) {}

    /**
     * How to reach Kafka and the registry.
     *
     * @param bootstrapServers the brokers
     * @param prefix of the topics' names and of the application's id
     * @param wire the registry's settings
     * @param kafka by the names of Kafka Streams
     */
    public record Cluster(
            String bootstrapServers, String prefix, Map<String, String> wire, Map<String, String> kafka) {}

    /** The names of all settings. */
    public static List<String> names() {
        return Reference.names();
    }

    /**
     * Reads flat settings.
     *
     * @throws SettingsException with all that is wrong
     */
    public static ProcessorsSettings of(Map<String, String> settings) {
        return new ProcessorsSettingsReader(settings).read();
    }

    /** The whole configuration. */
    public ProcessorsConfig on(Cluster cluster, String instanceId) {
        return new ProcessorsConfig(
                cluster.bootstrapServers(),
                cluster.prefix(),
                home.state(),
                instanceId,
                engine,
                definitions,
                cluster.wire(),
                cluster.kafka(),
                watch);
    }
}

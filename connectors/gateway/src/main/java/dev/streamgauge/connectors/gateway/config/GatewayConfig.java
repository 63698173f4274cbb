package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.Setting;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a gateway needs to know.
 *
 * @param doorsFile the rules of the doors; null: the usual ones
 * @param sources who sends to an address, by their names in it
 * @param topics who writes to a topic, by their names
 */
public record GatewayConfig(
        Listen listen,
        Tls tls,
        Limits limits,
        Keep keep,
        Path doorsFile,
        Map<String, SourceConfig> sources,
        Map<String, TopicConfig> topics) {

    /** The name of the setting that says where webhooks are taken. */
    public static final String LISTEN = "gateway.listen";

    /** The name of the setting that says where operators ask. */
    public static final String MANAGEMENT_LISTEN = "gateway.management.listen";

    /** Where. */
    public record Listen(
            @Setting(
                    name = LISTEN,
                    otherwise = "127.0.0.1:8090",
                    meaning = "Where to take webhooks. Only this machine can reach the usual address.")
            Address webhooks,

            @Setting(
                    name = MANAGEMENT_LISTEN,
                    otherwise = "127.0.0.1:8091",
                    meaning = "Where to answer `/livez`, `/readyz` and `/metrics`. Not for the internet.")
            Address management) {}

    /** What is kept as it was received. */
    public record Keep(
            @Setting(
                    name = "gateway.raw",
                    otherwise = "redacted",
                    meaning =
                            "What `events.raw.v1` keeps of each delivery: `on` all bytes, `redacted` all but e-mail addresses, `off` nothing.")
            RawMode raw,

            @Setting(
                    name = "gateway.raw.max.bytes",
                    otherwise = "900000",
                    meaning =
                            "The largest body that is kept. A larger one is not kept and counted; a quarantined one is cut. It must fit into a record of the broker, 1 MiB if that is not configured.")
            int maxBytes) {}

    public GatewayConfig {
        sources = Map.copyOf(sources);
        topics = Map.copyOf(topics);
    }

    /** The names of all settings; {@code source.<name>.} stands for each source's. */
    public static List<String> names() {
        return Reference.names();
    }

    /**
     * Reads flat settings.
     *
     * @param providers the names of those whose deliveries can be read
     * @throws SettingsException with all that is wrong
     */
    public static GatewayConfig of(Map<String, String> settings, Collection<String> providers) {
        return new GatewayConfigReader(settings, List.copyOf(providers)).read();
    }
}

package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.connectors.alerting.notices.Routes;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.Setting;
import java.util.List;
import java.util.Map;

/**
 * What a sink of alerts needs to know.
 *
 * @param receivers by their names
 */
public record AlertingConfig(Network network, Listen listen, Map<String, ReceiverConfig> receivers, Routes routes) {

    /** What the names of all settings begin with. */
    public static final String PREFIX = "alerting.";

    /** The setting that says where operators are answered. */
    public static final String MANAGEMENT_LISTEN = PREFIX + "management.listen";

    /** Where it can be asked how it is. */
    public record Listen(
            @Setting(
                    name = "management.listen",
                    otherwise = "127.0.0.1:8092",
                    meaning = "Where to answer `/livez`, `/readyz` and `/metrics`. Not for the internet.")
            Address management) {}

    public AlertingConfig {
        receivers = Map.copyOf(receivers);
    }

    /** Whether anybody wants to hear of deploys. */
    public boolean tellsDeploys() {
        return receivers.values().stream()
                .anyMatch(receiver -> !receiver.deployEnvironments().isEmpty());
    }

    /** The names of all settings; {@code receiver.<name>.} stands for each receiver's. */
    public static List<String> names() {
        return Reference.names();
    }

    /**
     * Reads flat settings.
     *
     * @throws SettingsException with all that is wrong
     */
    public static AlertingConfig of(Map<String, String> settings) {
        return new AlertingConfigReader(settings).read();
    }
}

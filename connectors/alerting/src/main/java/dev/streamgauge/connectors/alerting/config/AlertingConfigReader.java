package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.connectors.alerting.config.AlertingConfig.Listen;
import dev.streamgauge.connectors.alerting.notices.Routes;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.SettingsReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the settings, and holds them against each other. */
final class AlertingConfigReader {

    static final String RECEIVER = AlertingConfig.PREFIX + "receiver.";

    private static final Pattern NAMED = Pattern.compile("alerting\\.receiver\\.([a-z0-9][a-z0-9-]{0,62})\\.[a-z.]+");

    private final Map<String, String> given;
    private final SettingsReader reader;

    AlertingConfigReader(Map<String, String> given) {
        this.given = given;
        this.reader = new SettingsReader(given);
    }

    AlertingConfig read() {
        Network network = reader.read(Network.class, AlertingConfig.PREFIX);
        Listen listen = reader.read(Listen.class, AlertingConfig.PREFIX);
        ReceiverReader each = new ReceiverReader(given, reader, network, AlertingConfig.PREFIX);
        Map<String, ReceiverConfig> receivers = new TreeMap<>();
        Set<String> names = names();
        for (String name : names) {
            each.read(RECEIVER + name + ".").ifPresent(receiver -> receivers.put(name, receiver));
        }
        Routes routes = new RouteReader(given, reader, names).read();
        reader.requireNothingElse();
        if (!reader.mistakes().isEmpty()) {
            throw new SettingsException(reader.mistakes());
        }
        return new AlertingConfig(network, listen, receivers, routes);
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String name : given.keySet()) {
            Matcher receiver = NAMED.matcher(name);
            if (receiver.matches()) {
                names.add(receiver.group(1));
            }
        }
        if (names.isEmpty()) {
            reader.mistakes().add("No receiver is configured: set alerting.receiver.<name>.type");
        }
        return names;
    }
}

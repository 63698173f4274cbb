package dev.streamgauge.connectors.alerting.shell;

import dev.streamgauge.connectors.alerting.config.Network;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.config.ReceiverReader;
import dev.streamgauge.connectors.alerting.config.Reference;
import dev.streamgauge.connectors.alerting.notices.Matcher;
import dev.streamgauge.connectors.alerting.notices.Route;
import dev.streamgauge.connectors.alerting.notices.Routes;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.SettingsReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A connector's settings, read.
 *
 * @param name the connector's, which stands for the receiver's
 * @param matcher which alerts it is told of
 */
public record SinkSettings(String name, Network network, ReceiverConfig receiver, Matcher matcher) {

    private static final String MATCH = "match.";
    private static final String CHANGES = "change.environments";

    /** Whether an alert concerns the receiver. */
    public Routes routes() {
        return new Routes(
                List.of(new Route(matcher, Set.of(name), false), new Route(new Matcher(Map.of()), Set.of(), false)));
    }

    /**
     * Reads the settings of a connector; those that Connect itself knows are passed over.
     *
     * @throws SettingsException with all that is wrong
     */
    public static SinkSettings of(Map<String, String> given) {
        List<String> mistakes = new ArrayList<>();
        Optional<SinkSettings> settings = read(given, mistakes);
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
        return settings.orElseThrow();
    }

    /** All that is wrong, each beginning with the name of its field. */
    public static List<String> mistakes(Map<String, String> given) {
        List<String> mistakes = new ArrayList<>();
        read(given, mistakes);
        return mistakes;
    }

    private static Optional<SinkSettings> read(Map<String, String> given, List<String> mistakes) {
        Map<String, String> own = own(given);
        SettingsReader reader = new SettingsReader(own);
        Network network = reader.read(Network.class, "");
        Optional<ReceiverConfig> receiver = new ReceiverReader(own, reader, network, "").read("");
        Matcher matcher = ReceiverReader.matcher(own, reader, MATCH);
        if (receiver.isPresent()) {
            reader.requireNothingElse();
        }
        mistakes.addAll(reader.mistakes());
        if (given.containsKey(CHANGES)) {
            mistakes.add(CHANGES + " is for ./streamgauge serve only: a connector reads alerts, and no deploys");
        }
        if (!given.containsKey(WireConfig.URL)) {
            mistakes.add(WireConfig.URL + " is missing");
        }
        String name = given.getOrDefault("name", "alerts");
        return receiver.map(found -> new SinkSettings(name, network, found, matcher));
    }

    // A worker gives a connector its own settings too: only what is ours can be held to be complete.
    private static Map<String, String> own(Map<String, String> given) {
        List<String> names = Reference.ofOneReceiver().names();
        Map<String, String> own = new HashMap<>();
        given.forEach((name, value) -> {
            if (value != null && (names.contains(name) || name.startsWith(MATCH))) {
                own.put(name, value);
            }
        });
        return own;
    }
}

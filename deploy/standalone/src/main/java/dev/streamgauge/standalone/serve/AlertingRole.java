package dev.streamgauge.standalone.serve;

import dev.streamgauge.connectors.alerting.config.AlertingConfig;
import dev.streamgauge.connectors.alerting.kafka.AlertSink;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.Listener;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.access.Pattern;
import dev.streamgauge.standalone.access.Use;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The sink of alerts. */
final class AlertingRole extends ConfiguredService<AlertingConfig> {

    private final ServiceSettings settings;

    AlertingRole(ServiceSettings settings) {
        super("The sink of alerts", () -> AlertingConfig.of(settings.alerting()));
        this.settings = settings;
    }

    @Override
    List<Listener> listeners(AlertingConfig config) {
        return List.of(
                new Listener(AlertingConfig.MANAGEMENT_LISTEN, config.listen().management()));
    }

    @Override
    public List<Use> uses() {
        List<Topic<?, ?>> deploys = config().tellsDeploys() ? List.of(Topics.DEPLOY_FACTS) : List.of();
        return Stream.of(
                        Use.reads(List.of(Topics.ALERTS), "tells receivers of alerts"),
                        Use.writes(List.of(Topics.ALERTS, Topics.ALERTS_JSON), "tells that a receiver fails"),
                        Use.writes(List.of(Topics.ALERT_DEAD_LETTERS), "keeps what a receiver refuses"),
                        Use.reads(deploys, "tells receivers of deploys"),
                        Stream.<Use>of(new Use.Groups(
                                AlertSink.groups(settings.prefix()),
                                Pattern.PREFIXED,
                                "keeps the place of each receiver, and sees who tells former ones")))
                .flatMap(uses -> uses)
                .toList();
    }

    @Override
    Running open() throws IOException {
        AlertSink.Cluster cluster =
                new AlertSink.Cluster(settings.consumer(), settings.producer(), settings.admin(), settings.prefix());
        try {
            return new Telling(AlertSink.start(config(), cluster), config());
        } catch (IllegalStateException e) { // of the trust store
            throw new StandaloneException(e.getMessage(), e);
        }
    }

    private record Telling(AlertSink sink, AlertingConfig config) implements Running {

        @Override
        public String says() {
            String receivers = String.join(
                    ", ", config.receivers().keySet().stream().sorted().toList());
            Address management = new Address(config.listen().management().host(), sink.managementPort());
            return "alerts are told to %s; /readyz and /metrics at http://%s".formatted(receivers, management);
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}

package dev.streamgauge.standalone.serve;

import dev.streamgauge.connectors.alerting.config.AlertingConfig;
import dev.streamgauge.connectors.alerting.kafka.AlertSink;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.Listener;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.IOException;
import java.util.List;

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
    public List<Topic<?, ?>> topics() {
        return config().tellsDeploys()
                ? List.of(Topics.ALERTS, Topics.ALERTS_JSON, Topics.ALERT_DEAD_LETTERS, Topics.DEPLOY_FACTS)
                : List.of(Topics.ALERTS, Topics.ALERTS_JSON, Topics.ALERT_DEAD_LETTERS);
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

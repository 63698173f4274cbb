package dev.streamgauge.standalone.serve;

import dev.streamgauge.connectors.alerting.config.AlertingConfig;
import dev.streamgauge.connectors.alerting.kafka.AlertSink;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.FlatSettingsException;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** The sink of alerts. */
final class AlertingRole implements Service {

    private final ServiceSettings settings;
    private List<String> mistakes = List.of();
    private final AlertingConfig config;

    AlertingRole(ServiceSettings settings) {
        this.settings = settings;
        this.config = read();
    }

    private AlertingConfig read() {
        try {
            return AlertingConfig.of(settings.alerting());
        } catch (FlatSettingsException e) {
            mistakes = e.mistakes();
            return null;
        }
    }

    @Override
    public List<String> mistakes() {
        return mistakes;
    }

    @Override
    public List<Topic<?, ?>> topics() {
        return config.tellsDeploys()
                ? List.of(Topics.ALERTS, Topics.ALERTS_JSON, Topics.ALERT_DEAD_LETTERS, Topics.DEPLOY_FACTS)
                : List.of(Topics.ALERTS, Topics.ALERTS_JSON, Topics.ALERT_DEAD_LETTERS);
    }

    @Override
    public Running start() {
        AlertSink.Cluster cluster = new AlertSink.Cluster(settings.consumer(), settings.producer(), settings.prefix());
        try {
            return new Telling(AlertSink.start(config, cluster), config);
        } catch (IOException | IllegalStateException e) {
            throw new StandaloneException(e.getMessage(), e);
        } catch (KafkaException e) { // the registry's mistakes too
            throw new StandaloneException("The sink of alerts cannot start: %s".formatted(Causes.of(e)), e);
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

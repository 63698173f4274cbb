package dev.streamgauge.connectors.alerting;

import dev.streamgauge.connectors.alerting.shell.AlertSinkTask;
import dev.streamgauge.connectors.alerting.shell.Definition;
import dev.streamgauge.connectors.alerting.shell.SinkSettings;
import dev.streamgauge.schemas.Version;
import dev.streamgauge.settings.SettingsException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;

/** Tells one receiver of alerts: Alertmanager, PagerDuty, Slack or a signed webhook. A connector for each receiver, so that none waits for another. */
public final class AlertSinkConnector extends SinkConnector {

    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public ConfigDef config() {
        return Definition.get();
    }

    @Override
    public Config validate(Map<String, String> given) {
        Config config = super.validate(given);
        Map<String, ConfigValue> values = new HashMap<>();
        config.configValues().forEach(value -> values.put(value.name(), value));
        for (String mistake : SinkSettings.mistakes(given)) {
            ConfigValue field = values.get(Definition.field(mistake));
            if (field.errorMessages().isEmpty()) {
                field.addErrorMessage(mistake);
            }
        }
        return config;
    }

    @Override
    public void start(Map<String, String> given) {
        try {
            SinkSettings.of(given);
        } catch (SettingsException e) {
            throw new ConnectException(e.getMessage(), e);
        }
        settings = Map.copyOf(given);
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, settings);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return AlertSinkTask.class;
    }

    @Override
    public void stop() {
        // Nothing runs but the tasks.
    }
}

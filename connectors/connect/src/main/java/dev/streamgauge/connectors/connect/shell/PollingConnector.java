package dev.streamgauge.connectors.connect.shell;

import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.Sources;
import dev.streamgauge.schemas.Version;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** The connector of any provider: finds out which repositories there are, and spreads them over tasks. */
public abstract class PollingConnector extends SourceConnector {

    private final Flavour flavour;
    private Map<String, String> settings = Map.of();
    private Discovery discovery;

    protected PollingConnector(Flavour flavour) {
        this.flavour = flavour;
    }

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public ConfigDef config() {
        return Definition.of(flavour);
    }

    @Override
    public Config validate(Map<String, String> given) {
        Config config = super.validate(given);
        Map<String, ConfigValue> values = new HashMap<>();
        config.configValues().forEach(value -> values.put(value.name(), value));
        if (isEmpty(values.get(Keys.REPOSITORIES)) && isEmpty(values.get(Keys.ORGANISATIONS))) {
            values.get(Keys.REPOSITORIES)
                    .addErrorMessage("Name at least one of the %s here, or one of the %s in '%s'"
                            .formatted(
                                    flavour.words().repository(),
                                    flavour.words().organisation(),
                                    Keys.ORGANISATIONS));
        }
        Patterns.complaint(flavour, values.get(Keys.REPOSITORIES))
                .ifPresent(values.get(Keys.REPOSITORIES)::addErrorMessage);
        return config;
    }

    private static boolean isEmpty(ConfigValue value) {
        return value.errorMessages().isEmpty() && (!(value.value() instanceof List<?> list) || list.isEmpty());
    }

    @Override
    public void start(Map<String, String> given) {
        settings = Map.copyOf(given);
        try {
            ShellConfig config = new ShellConfig(flavour, given);
            Clock clock = Clock.systemUTC();
            discovery = new Discovery(
                    Sources.of(config.settings(clock), clock, new PollingMetrics()),
                    context(),
                    config.discoveryInterval());
        } catch (ConfigException | IllegalArgumentException e) {
            throw new ConnectException(e.getMessage(), e);
        }
        discovery.start();
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        List<String> repositories = discovery.repositories();
        int tasks = Math.min(maxTasks, repositories.size());
        List<Map<String, String>> configs = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            Map<String, String> config = new HashMap<>(settings);
            config.put(Keys.TASK_PROVIDER, flavour.provider());
            config.put(Keys.TASK_REPOSITORIES, String.join("\n", Patterns.share(repositories, task, tasks)));
            configs.add(config);
        }
        return configs;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return PollingTask.class;
    }

    @Override
    public void stop() {
        if (discovery != null) {
            discovery.close();
        }
    }

    /**
     * Never exactly once: a cursor by time goes back a little on purpose, so a record's offset is not the exact place after it. The events are snapshots that may
     * be repeated, so that no metric is wrong for it.
     */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return ExactlyOnceSupport.UNSUPPORTED;
    }

    @Override
    public boolean alterOffsets(Map<String, String> given, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> Offsets.check(flavour, partition, offset));
        return true;
    }
}

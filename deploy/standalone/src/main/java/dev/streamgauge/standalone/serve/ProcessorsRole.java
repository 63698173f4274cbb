package dev.streamgauge.standalone.serve;

import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsService;
import dev.streamgauge.processors.app.StreamsSettings;
import dev.streamgauge.processors.settings.ProcessorsSettings;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.Listener;
import dev.streamgauge.standalone.access.Use;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processors of events. */
final class ProcessorsRole extends ConfiguredService<ProcessorsSettings> {

    private static final List<Topic<?, ?>> QUEUES =
            List.of(Topics.QUEUES, Topics.revisions(Topics.QUEUES), Topics.ALERTS, Topics.ALERTS_JSON);

    private final ServiceSettings settings;

    ProcessorsRole(ServiceSettings settings) {
        super("The processors", () -> read(settings));
        this.settings = settings;
    }

    private static ProcessorsSettings read(ServiceSettings settings) {
        try {
            ProcessorsSettings read = ProcessorsSettings.of(settings.processors());
            if (!settings.bootstrapServers().isEmpty()) {
                StreamsSettings.of(on(read, settings, "any")); // They may contradict Kafka's own.
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw new SettingsException(List.of(e.getMessage()));
        }
    }

    @Override
    List<Listener> listeners(ProcessorsSettings config) {
        return List.of(
                new Listener(ProcessorsConfig.MANAGEMENT_LISTEN, config.home().management()));
    }

    @Override
    public List<Use> uses() {
        Stream<Use> measuring = Stream.of(
                        Use.reads(Topics.events(), "reads events"),
                        Use.writes(Topics.facts(), "publishes facts"),
                        Use.writes(Topics.aggregates(), "publishes aggregates"),
                        Use.writes(
                                Topics.aggregates().stream()
                                        .<Topic<?, ?>>map(Topics::revisions)
                                        .toList(),
                                "publishes aggregates"),
                        Use.writes(List.of(Topics.COMPLETENESS), "publishes what is missing"),
                        Use.writes(List.of(Topics.DEAD_LETTERS), "keeps what it refuses"),
                        carries(Topics.ROLL_UP_PARTS),
                        Stream.of(new Use.StreamsApplication(ProcessorsConfig.applicationId(settings.prefix()))))
                .flatMap(uses -> uses);
        return Stream.concat(measuring, config().watch() == null ? Stream.of() : watching())
                .toList();
    }

    private static Stream<Use> watching() {
        return Stream.of(
                        Use.reads(List.of(Topics.RULES), "reads the rules"),
                        Use.writes(QUEUES, "publishes queues and alerts"),
                        carries(Topics.QUEUE_PARTS))
                .flatMap(uses -> uses);
    }

    private static Stream<Use> carries(Topic<?, ?> parts) {
        String why = "carries sums to teams and organisations";
        return Stream.concat(Use.writes(List.of(parts), why), Use.reads(List.of(parts), why));
    }

    @Override
    Running open() throws IOException {
        ProcessorsSettings config = config();
        StateHome home = StateHome.in(config.home().state());
        home.requireSame(config.definitions());
        String chosen = config.home().instanceId();
        ProcessorsConfig whole = on(config, settings, chosen == null ? home.instanceId() : chosen);
        ProcessorsService service = ProcessorsService.start(whole, config.home().management(), config.telemetry());
        return new Processing(service, config, whole.instanceId());
    }

    private static ProcessorsConfig on(ProcessorsSettings own, ServiceSettings settings, String instanceId) {
        return own.on(
                new ProcessorsSettings.Cluster(
                        settings.bootstrapServers(), settings.prefix(), settings.registry(), settings.streams()),
                instanceId);
    }

    private record Processing(ProcessorsService service, ProcessorsSettings config, String instanceId)
            implements Running {

        @Override
        public String says() {
            Address management = new Address(config.home().management().host(), service.managementPort());
            return "the processors read events as instance %s, state in %s%s; /readyz and /metrics at http://%s"
                    .formatted(
                            instanceId,
                            config.home().state(),
                            config.watch() == null ? ", nobody watches" : "",
                            management);
        }

        @Override
        public Optional<String> failure() {
            return service.failure();
        }

        @Override
        public void close() {
            service.close();
        }
    }
}

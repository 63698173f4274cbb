package dev.streamgauge.standalone.doctor;

import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.gateway.config.SourceConfig;
import dev.streamgauge.processors.settings.ProcessorsSettings;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.access.Acls;
import dev.streamgauge.standalone.access.Use;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at all that the roles of an installation need, in the order in which it can be wrong. */
public final class Installation {

    private final ServiceSettings settings;
    private final Map<Role, Service> services;
    private final Clock clock;
    private final Findings findings = new Findings();

    /**
     * A doctor for roles.
     *
     * @param services may hold mistakes
     */
    public Installation(ServiceSettings settings, Map<Role, Service> services, Clock clock) {
        this.settings = settings;
        this.services = services;
        this.clock = clock;
    }

    /**
     * All checks, in order. What an earlier finding makes pointless is skipped.
     *
     * @param mistakes in the settings of the roles
     */
    public List<Finding> examine(Collection<String> mistakes) {
        findings.add(settings(mistakes));
        boolean usable = findings.isWell("settings");
        List<Use> uses = usable
                ? services.values().stream()
                        .flatMap(service -> service.uses().stream())
                        .toList()
                : List.of();
        cluster(uses, usable);
        if (services.containsKey(Role.GATEWAY)) {
            gateway(usable);
        }
        if (services.containsKey(Role.PROCESSORS)) {
            findings.add(
                    "state",
                    usable,
                    () -> StateCheck.of(
                            ProcessorsSettings.of(settings.processors()).home().state()));
        }
        return findings.all();
    }

    private Finding settings(Collection<String> mistakes) {
        try {
            settings.require(mistakes);
            return Finding.ok("settings", "the settings can be used");
        } catch (StandaloneException e) {
            return Finding.wrong("settings", String.join("; ", e.mistakes()), "correct the file");
        }
    }

    private void cluster(List<Use> uses, boolean usable) {
        List<Topic<?, ?>> topics = uses.stream()
                .<Topic<?, ?>>flatMap(use -> use.topic().stream())
                .distinct()
                .toList();
        RegistryChecks registry = new RegistryChecks(settings);
        findings.add("broker", !settings.bootstrapServers().isEmpty(), new ClusterChecks(settings)::broker);
        findings.add("registry", usable, () -> registry.subjects(topics));
        findings.add("clock", findings.isWell("registry"), () -> registry.clock(clock));
        boolean reachable = usable && findings.isWell("broker");
        findings.addAll("topics", reachable, () -> new PlanCheck(settings).of(topics));
        findings.addAll("acls", reachable, () -> new RightsCheck(settings).of(Acls.of(uses, settings.prefix())));
    }

    private void gateway(boolean usable) {
        if (!usable) {
            findings.add("doors", false, () -> null);
            return;
        }
        GatewayConfig config = GatewayChecks.config(settings);
        findings.add(GatewayChecks.doors(config));
        Map<String, SourceConfig> sources = new TreeMap<>(config.sources());
        sources.forEach((name, source) -> findings.add(GatewayChecks.secret(name, source)));
        new TreeMap<>(config.topics())
                .forEach((name, topic) -> findings.add(
                        "topic",
                        topic.otherCluster().isPresent() || findings.isWell("broker"),
                        () -> new TopicCheck(settings).of(name, topic)));
    }
}

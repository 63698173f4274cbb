package dev.streamgauge.standalone.doctor;

import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.gateway.config.SourceConfig;
import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at everything between a provider and the topics, in the order in which it can be wrong. */
public final class Doctor {

    private final ServiceSettings settings;
    private final String source;
    private final URI gateway;
    private final Clock clock;
    private final Findings findings = new Findings();

    /**
     * A doctor for one source.
     *
     * @param gateway where the gateway can be reached; null: where the settings say that it listens
     */
    public Doctor(ServiceSettings settings, String source, URI gateway, Clock clock) {
        this.settings = settings;
        this.source = source;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** All checks, in order. What an earlier finding makes pointless is skipped. */
    public List<Finding> examine() {
        GatewayConfig config = settings();
        cluster();
        findings.add("doors", config != null, () -> GatewayChecks.doors(config));
        TopicConfig topic = config == null ? null : config.topics().get(source);
        if (topic == null) {
            address(config, config == null ? null : config.sources().get(source));
        } else {
            findings.add("topic", findings.isWell("broker"), () -> new TopicCheck(settings).of(source, topic));
            findings.add(arrivals(topic.provider()));
        }
        return findings.all();
    }

    private void address(GatewayConfig config, SourceConfig own) {
        findings.add("secret", own != null, () -> GatewayChecks.secret(source, own));
        // Before the trial, which is a delivery too.
        Finding arrivals = arrivals(own == null ? null : own.provider());
        findings.add(
                "gateway",
                own != null && findings.isWell("secret"),
                () -> new GatewayTrial(address(config), own).run());
        findings.add(arrivals);
    }

    private Finding arrivals(String provider) {
        return Findings.when(
                "arrivals",
                provider != null && findings.isWell("topics"),
                () -> new Arrivals(settings, clock).of(source, provider));
    }

    /** Null if they cannot be used. */
    private GatewayConfig settings() {
        Service role = Role.GATEWAY.with(settings);
        try {
            settings.require(role.mistakes());
            GatewayConfig config = GatewayChecks.config(settings);
            Set<String> sources = new TreeSet<>(config.sources().keySet());
            sources.addAll(config.topics().keySet());
            if (sources.contains(source)) {
                findings.add(Finding.ok("settings", "the settings can be used"));
            } else {
                findings.add(Finding.wrong(
                        "settings", "there is no source '%s'".formatted(source), Names.suggest(source, sources)));
            }
            return config;
        } catch (StandaloneException e) {
            findings.add(Finding.wrong("settings", String.join("; ", e.mistakes()), "correct the file"));
            return null;
        }
    }

    private void cluster() {
        boolean reachable = !settings.bootstrapServers().isEmpty();
        Service role = Role.GATEWAY.with(settings);
        List<Topic<?, ?>> topics = role.mistakes().isEmpty() ? role.topics() : List.copyOf(Topics.events());
        ClusterChecks checks = new ClusterChecks(settings);
        findings.add("broker", reachable, checks::broker);
        findings.add(
                "registry",
                findings.isWell("settings"),
                () -> new RegistryChecks(settings).subjects(List.copyOf(Topics.events())));
        findings.add("topics", findings.isWell("broker"), () -> checks.topics(topics));
    }

    private URI address(GatewayConfig config) {
        if (gateway != null) {
            return URI.create(gateway.toString().replaceFirst("/+$", "") + "/webhooks/" + source);
        }
        Address listen = config.listen().webhooks();
        boolean everywhere = listen.host().equals("0.0.0.0") || listen.host().equals("::");
        Address reachable = everywhere ? new Address("127.0.0.1", listen.port()) : listen;
        String scheme = config.tls().keystore() == null ? "http" : "https";
        return URI.create("%s://%s/webhooks/%s".formatted(scheme, reachable, source));
    }
}

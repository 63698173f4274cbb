package dev.streamgauge.standalone.doctor;

import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.gateway.config.SourceConfig;
import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.deliveries.Mapping;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Looks at everything between a provider and the topics, in the order in which it can be wrong. */
public final class Doctor {

    /** A shorter secret can be guessed by somebody who has time. */
    private static final int SHORTEST_SECRET = 16;

    private final ServiceSettings settings;
    private final String source;
    private final URI gateway;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

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
        add("doors", config != null, () -> doors(config));
        TopicConfig topic = config == null ? null : config.topics().get(source);
        if (topic == null) {
            address(config, config == null ? null : config.sources().get(source));
        } else {
            add("topic", isWell("broker"), () -> new TopicCheck(settings).of(source, topic));
            findings.add(arrivals(topic.provider()));
        }
        return findings;
    }

    private void address(GatewayConfig config, SourceConfig own) {
        add("secret", own != null, () -> secret(own));
        // Before the trial, which is a delivery too.
        Finding arrivals = arrivals(own == null ? null : own.provider());
        add("gateway", own != null && isWell("secret"), () -> new GatewayTrial(address(config), own).run());
        findings.add(arrivals);
    }

    private Finding arrivals(String provider) {
        return when(
                "arrivals",
                provider != null && isWell("topics"),
                () -> new Arrivals(settings, clock).of(source, provider));
    }

    private void add(String check, boolean possible, Supplier<Finding> finding) {
        findings.add(when(check, possible, finding));
    }

    private static Finding when(String check, boolean possible, Supplier<Finding> finding) {
        return possible ? finding.get() : Finding.skipped(check, "not looked at, because of an earlier finding");
    }

    private boolean isWell(String check) {
        return findings.stream().anyMatch(found -> found.check().equals(check) && found.status() == Finding.Status.OK);
    }

    /** Null if they cannot be used. */
    private GatewayConfig settings() {
        Service role = Role.GATEWAY.with(settings);
        try {
            settings.require(role.mistakes());
            GatewayConfig config = GatewayConfig.of(
                    settings.gateway(),
                    Providers.all().stream().map(Provider::name).toList());
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
        add("broker", reachable, checks::broker);
        add("registry", isWell("settings"), checks::registry);
        add("topics", isWell("broker"), () -> checks.topics(topics));
    }

    private static Finding doors(GatewayConfig config) {
        if (config.doorsFile() == null) {
            return Finding.ok("doors", "the usual rules (doors.file is not set)");
        }
        try {
            Mapping.read(config.doorsFile());
            return Finding.ok("doors", config.doorsFile() + " can be used");
        } catch (StandaloneException e) {
            return Finding.wrong("doors", e.getMessage() + " " + String.join("; ", e.mistakes()), "correct the file");
        }
    }

    private Finding secret(SourceConfig own) {
        if (own.scheme() == Scheme.NONE) {
            return Finding.ok("secret", "none is needed (scheme none)");
        }
        String name = "source." + source + ".secret";
        int length = own.secret().reveal().length();
        return length >= SHORTEST_SECRET
                ? Finding.ok(
                        "secret",
                        "%s is set, scheme %s".formatted(name, own.scheme().code()))
                : Finding.wrong(
                        "secret",
                        "%s has %d characters and can be guessed".formatted(name, length),
                        "choose one of at least %d, for example of: openssl rand -hex 32".formatted(SHORTEST_SECRET));
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

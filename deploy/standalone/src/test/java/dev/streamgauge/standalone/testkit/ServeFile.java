package dev.streamgauge.standalone.testkit;

import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.standalone.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of settings for {@code serve}, as the documentation has it, with everything on loopback. */
public final class ServeFile {

    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final StringBuilder lines = new StringBuilder();

    /** For one broker. */
    public ServeFile(Platform platform, String prefix) {
        this(platform.bootstrapServers(), platform.registryUrl(), prefix);
    }

    /** For any brokers. */
    public ServeFile(String bootstrapServers, String registryUrl, String prefix) {
        set("bootstrap.servers", bootstrapServers);
        set("schema.registry.url", registryUrl);
        set("topic.prefix", prefix);
    }

    /** One more, or another value of one. */
    public ServeFile set(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    /** What all of Kafka's clients are told, by Kafka's names. */
    public ServeFile kafka(Map<String, String> settings) {
        settings.forEach((name, value) -> set("kafka." + name, value));
        return this;
    }

    /** Lines as they are. */
    public ServeFile lines(String more) {
        lines.append(more);
        return this;
    }

    /** A gateway for GitHub. */
    public ServeFile gateway(String secret) {
        return set("gateway.listen", "127.0.0.1:0")
                .set("gateway.management.listen", "127.0.0.1:0")
                .set("source.github.provider", "github")
                .set("source.github.secret", secret);
    }

    /** Processors that are alone, and look each second. */
    public ServeFile processors() {
        return set("processors.state.dir", "state")
                .set("processors.standbys", 0)
                .set("processors.replication.factor", 1)
                .set("processors.management.listen", "127.0.0.1:0")
                .set("watch.interval", "1s");
    }

    /** A sink whose death is noticed soon. */
    public ServeFile alerting() {
        return set("consumer.session.timeout.ms", 6000)
                .set("consumer.heartbeat.interval.ms", 1000)
                .set("alerting.management.listen", "127.0.0.1:0")
                .set("alerting.allow.hosts", "127.0.0.1");
    }

    /** A receiver that is told as PagerDuty is. */
    public ServeFile pager(String name, String routingKey, HttpReceiver receiver) {
        String prefix = "alerting.receiver." + name + ".";
        return set(prefix + "type", "pagerduty")
                .set(prefix + "routing.key", routingKey)
                .set(prefix + "url", receiver.url());
    }

    /** A receiver of signed webhooks. */
    public ServeFile webhook(String name, HttpReceiver receiver) {
        String prefix = "alerting.receiver." + name + ".";
        return set(prefix + "type", "webhook")
                .set(prefix + "url", receiver.url())
                .set(prefix + "secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    }

    /** Writes them. */
    public Path in(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        settings.forEach(
                (name, value) -> all.append(name).append('=').append(value).append('\n'));
        return Files.writeString(file, all.append(lines));
    }
}

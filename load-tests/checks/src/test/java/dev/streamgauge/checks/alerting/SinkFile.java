package dev.streamgauge.checks.alerting;

import dev.streamgauge.standalone.Platform;

/** The file of settings of a sink, as its documentation has it: usual rests and timeouts, everything on loopback. */
final class SinkFile {

    private final StringBuilder lines = new StringBuilder();

    SinkFile(Platform platform, String prefix) {
        set("bootstrap.servers", platform.bootstrapServers());
        set("schema.registry.url", platform.registryUrl());
        set("topic.prefix", prefix);
        set("consumer.session.timeout.ms", "6000");
        set("consumer.heartbeat.interval.ms", "1000");
        set("alerting.management.listen", "127.0.0.1:0");
        set("alerting.allow.hosts", "127.0.0.1");
    }

    SinkFile set(String name, String value) {
        lines.append(name).append('=').append(value).append('\n');
        return this;
    }

    SinkFile pager(String name, DrillReceiver receiver) {
        String prefix = "alerting.receiver." + name + ".";
        return set(prefix + "type", "pagerduty")
                .set(prefix + "routing.key", "drill")
                .set(prefix + "url", receiver.url());
    }

    SinkFile webhook(String name, DrillReceiver receiver) {
        String prefix = "alerting.receiver." + name + ".";
        return set(prefix + "type", "webhook")
                .set(prefix + "url", receiver.url())
                .set(prefix + "secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}

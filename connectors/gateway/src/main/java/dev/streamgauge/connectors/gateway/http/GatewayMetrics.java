package dev.streamgauge.connectors.gateway.http;

import dev.streamgauge.operators.Metric;
import dev.streamgauge.operators.Metric.Kind;
import dev.streamgauge.operators.Metric.Unit;
import java.util.List;

/** What the gateway measures of itself. */
final class GatewayMetrics {

    static final Metric REQUESTS = new Metric(
            "streamgauge.gateway.requests",
            Kind.COUNTER,
            Unit.NUMBER,
            List.of("source", "outcome", "reason"),
            "Deliveries with what became of them, those from topics too. `source` is one that is configured, or `unknown`.",
            "`outcome=\"unavailable\"`: Kafka or the registry is away, and senders must come again. `unauthorized` grows: a secret is wrong, or somebody tries. `quarantined`: a mapper could not read it, see `dead-letters.v1`.");
    static final Metric ANSWER = Metric.histogram(
            "streamgauge.gateway.answer",
            List.of("outcome"),
            "From a request to its answer. Buckets: 10 ms, 50 ms, 200 ms, 1 s, 2 s, 5 s.",
            "Above 2 s: brokers acknowledge slowly. Most senders give up after ten seconds.");
    static final Metric IGNORED = new Metric(
            "streamgauge.gateway.ignored",
            Kind.COUNTER,
            Unit.NUMBER,
            List.of("source", "kind"),
            "What of deliveries tells nothing that is measured, by what the sender calls it: at most 200 kinds a source, then `other`.",
            "");
    static final Metric NOT_KEPT = new Metric(
            "streamgauge.gateway.raw.not.kept",
            Kind.COUNTER,
            Unit.NUMBER,
            List.of("source"),
            "Deliveries that are not in `events.raw.v1` because they are larger than `gateway.raw.max.bytes`.",
            "It grows: they cannot be mapped again later.");
    static final Metric MEMORY = new Metric(
            "streamgauge.gateway.memory",
            Kind.GAUGE,
            Unit.BYTES,
            List.of(),
            "Bytes of bodies in memory.",
            "Near `gateway.memory.bytes`: the next are answered 503. Run one more gateway.");

    static final List<Metric> ALL = List.of(REQUESTS, ANSWER, IGNORED, NOT_KEPT, MEMORY);

    private GatewayMetrics() {}
}

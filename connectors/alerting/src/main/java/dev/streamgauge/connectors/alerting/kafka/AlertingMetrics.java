package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.operators.Metric;
import dev.streamgauge.operators.Metric.Kind;
import dev.streamgauge.operators.Metric.Unit;
import java.util.List;

/** What the sink of alerts measures of itself. */
final class AlertingMetrics {

    private static final List<String> LABELS = List.of("receiver", "outcome");

    /** What is told of alerts. */
    static final Metric NOTICES = new Metric(
            "streamgauge.alerting.notices",
            Kind.COUNTER,
            Unit.NUMBER,
            LABELS,
            "What was told of alerts: `accepted` by the receiver, to be told again `later`, or `refused` for good. `receiver` is one that is configured.",
            "`later` grows and `accepted` does not: the receiver is away, nothing is lost. `refused`: see `alerts.dead-letters.v1`; the others are told of it as an alert.");

    /** What is told of deploys. */
    static final Metric CHANGES = new Metric(
            "streamgauge.alerting.changes",
            Kind.COUNTER,
            Unit.NUMBER,
            LABELS,
            "The same of finished deploys.",
            "As above.");

    static final List<Metric> ALL = List.of(NOTICES, CHANGES);

    private AlertingMetrics() {}
}

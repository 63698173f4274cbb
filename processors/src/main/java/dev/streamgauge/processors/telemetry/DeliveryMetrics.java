package dev.streamgauge.processors.telemetry;

import static dev.streamgauge.operators.Metric.Kind.COUNTER;
import static dev.streamgauge.operators.Metric.Kind.GAUGE;
import static dev.streamgauge.operators.Metric.Unit.NUMBER;
import static dev.streamgauge.operators.Metric.Unit.SECONDS;

import dev.streamgauge.operators.Metric;
import java.util.List;

/** Delivery as it goes by. */
final class DeliveryMetrics {

    /** Of OpenTelemetry's conventions, all of them release candidates. */
    static final String PIPELINE = "cicd.pipeline.name";

    private static final String PRODUCTION = "production";

    static final Metric RUN_DURATION = Metric.histogram(
            "cicd.pipeline.run.duration",
            List.of(PIPELINE, "cicd.pipeline.run.state", "cicd.pipeline.result", "error.type"),
            "Finished runs: `pending` from queued to started, `executing` from started to finished. The result is that of the whole run and stands at `executing` only; `error_type` is the outcome as events have it, if the run failed.",
            "`pending` grows: runners are missing. `cicd_pipeline_result=\"error\"`: the CI system is at fault, not the code.");
    static final Metric RUN_ERRORS = new Metric(
            "cicd.pipeline.run.errors",
            COUNTER,
            NUMBER,
            List.of(PIPELINE, "error.type"),
            "Runs that failed, or that the CI system could not carry out.",
            "");
    static final Metric DELIVERY_LEAD_TIME = Metric.histogram(
            "streamgauge.delivery.lead_time",
            List.of(PRODUCTION),
            "From landing to the end of the deploy that delivered the change ([metrics.md](metrics.md), section 2).",
            "");
    static final Metric CHANGE_LEAD_TIME = Metric.histogram(
            "streamgauge.change.lead_time",
            List.of(PRODUCTION),
            "From the first commit's author date to the same end.",
            "");
    static final Metric STAGE = Metric.histogram(
            "streamgauge.change.stage",
            List.of("stage", PRODUCTION),
            "Where a delivered change's lead time went; stages that did not occur are left out.",
            "The stage whose sum grows fastest is the bottleneck.");
    static final Metric TIME_TO_MERGE = Metric.histogram(
            "streamgauge.change.time_to_merge",
            List.of(),
            "From the opening of a request to its merge. OpenTelemetry's `vcs.change.time_to_merge` is a gauge of a single request, hence the name of our own.",
            "");
    static final Metric TIME_TO_APPROVAL = Metric.histogram(
            "streamgauge.change.time_to_approval",
            List.of(),
            "From the opening of a request to its first approval by another human.",
            "");
    static final Metric TIME_TO_FIRST_REVIEW = Metric.histogram(
            "streamgauge.change.time_to_first_review",
            List.of(),
            "From ready for review to the first review by another human.",
            "It grows: reviewers do not keep up.");
    static final Metric TIME_TO_GREEN = Metric.histogram(
            "streamgauge.time_to_green",
            List.of(PIPELINE),
            "Red episodes of main that are over, from red to green.",
            "");
    static final Metric DEPLOYMENTS = new Metric(
            "streamgauge.deployments",
            COUNTER,
            NUMBER,
            List.of(PRODUCTION),
            "Successful deploys that changed what runs.",
            "");
    static final Metric DEPLOYMENTS_FAILED = new Metric(
            "streamgauge.deployments.failed",
            COUNTER,
            NUMBER,
            List.of("evidence", PRODUCTION),
            "Those that turned out to have failed within a day of their end, by the strongest evidence known at first.",
            "");
    static final Metric RECOVERY = Metric.histogram(
            "streamgauge.deployment.recovery",
            List.of(PRODUCTION),
            "From the end of a failed deploy to its recovery.",
            "");
    static final Metric QUEUE_DEPTH = new Metric(
            "streamgauge.queue.depth",
            GAUGE,
            NUMBER,
            List.of("queue"),
            "What waits in this instance's repositories ([alerting.md](alerting.md#1-queues)). Sum over instances.",
            "[Rules](alerting.md) say when; each alert has its section in the runbook.");
    static final Metric QUEUE_OLDEST_AGE = new Metric(
            "streamgauge.queue.oldest.age",
            GAUGE,
            SECONDS,
            List.of("queue"),
            "The age of the oldest of them; 0 if none waits. Take the maximum over instances.",
            "As above.");
    static final Metric ALERTS = new Metric(
            "streamgauge.alerts",
            GAUGE,
            NUMBER,
            List.of("rule", "state", "severity", "suppressed"),
            "Alerts that are `pending` or `firing` now. The watchdog is not counted.",
            "They are told to people by the role `alerting`; this is for those who watch that role.");

    static final List<Metric> ALL = List.of(
            RUN_DURATION,
            RUN_ERRORS,
            DELIVERY_LEAD_TIME,
            CHANGE_LEAD_TIME,
            STAGE,
            TIME_TO_MERGE,
            TIME_TO_APPROVAL,
            TIME_TO_FIRST_REVIEW,
            TIME_TO_GREEN,
            DEPLOYMENTS,
            DEPLOYMENTS_FAILED,
            RECOVERY,
            QUEUE_DEPTH,
            QUEUE_OLDEST_AGE,
            ALERTS);

    private DeliveryMetrics() {}
}

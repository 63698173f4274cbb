package dev.streamgauge.processors.telemetry;

import dev.streamgauge.operators.Metric;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.processors.failures.Verdict;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.runs.Waits;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.telemetry.Meters.About;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Observes each fact once, when it is first known: a histogram takes nothing back. */
final class FactMeters {

    private static final long RECENT_MS = Duration.ofDays(1).toMillis();

    /** In the words of OpenTelemetry; what has none there keeps its own. */
    private static final Map<String, String> RESULTS = Map.of(
            "success", "success",
            "failure", "failure",
            "startup_failure", "failure",
            "action_required", "failure",
            "timed_out", "timeout",
            "infrastructure_error", "error",
            "cancelled", "cancellation",
            "stale", "cancellation",
            "skipped", "skip");

    private static final Set<String> BROKEN = Set.of("failure", "timeout", "error");

    private final Meters meters;
    private final Definitions definitions;
    private final LongSupplier clock;

    /** @param clock epoch milliseconds */
    FactMeters(Meters meters, Definitions definitions, LongSupplier clock) {
        this.meters = meters;
        this.definitions = definitions;
        this.clock = clock;
    }

    void build(Revision<Build> revision) {
        Build build = news(revision, each -> each.finished() ? each : null);
        if (build == null || past(DeliveryMetrics.RUN_DURATION, build.finishedAt())) {
            return;
        }
        String result = RESULTS.getOrDefault(build.outcome(), build.outcome());
        String error = BROKEN.contains(result) ? build.outcome() : "";
        if (!error.isEmpty()) {
            meters.counter(DeliveryMetrics.RUN_ERRORS, run(build, error)).increment();
        }
        Waits waits = Waits.of(build);
        if (waits != null && !waits.skewed()) {
            observe(waits.queueMs(), run(build, "pending", "", ""));
            observe(waits.runMs(), run(build, "executing", result, error));
        }
    }

    private void observe(long lengthMs, About about) {
        meters.observe(DeliveryMetrics.RUN_DURATION, Buckets.PIPELINE, lengthMs, about);
    }

    private static About run(Build build, String... inside) {
        return new About(build.repository(), List.of(build.workflow()), List.of(inside));
    }

    void change(Revision<Change> revision) {
        since(revision, DeliveryMetrics.TIME_TO_MERGE, Change::openedAt, FactMeters::mergedAt);
        since(revision, DeliveryMetrics.TIME_TO_APPROVAL, Change::openedAt, Change::firstApprovedAt);
        since(revision, DeliveryMetrics.TIME_TO_FIRST_REVIEW, Change::readyAt, Change::firstReviewAt);
    }

    private static Long mergedAt(Change change) {
        return change.mergedAt() == null ? change.landedAt() : change.mergedAt();
    }

    private void since(
            Revision<Change> revision, Metric metric, Function<Change, Long> begin, Function<Change, Long> end) {
        Change change = news(
                revision,
                each -> each.published() && begin.apply(each) != null && end.apply(each) != null ? each : null);
        if (change != null && !past(metric, end.apply(change))) {
            long lengthMs = end.apply(change) - begin.apply(change);
            meters.observe(metric, Buckets.DELIVERY, lengthMs, About.of(change.repository()));
        }
    }

    void delivery(Revision<Delivery> revision) {
        Delivery delivery = news(revision, each -> each.isDelivered() ? each : null);
        if (delivery == null || past(DeliveryMetrics.DELIVERY_LEAD_TIME, delivery.at())) {
            return;
        }
        String production = production(delivery.lane());
        About about = About.of(delivery.repository(), production);
        if (delivery.deliveryLeadTimeMs() != null) {
            meters.observe(DeliveryMetrics.DELIVERY_LEAD_TIME, Buckets.DELIVERY, delivery.deliveryLeadTimeMs(), about);
        }
        if (delivery.changeLeadTimeMs() != null) {
            meters.observe(DeliveryMetrics.CHANGE_LEAD_TIME, Buckets.DELIVERY, delivery.changeLeadTimeMs(), about);
        }
        if (delivery.stages() != null) {
            stages(delivery, production);
        }
    }

    private void stages(Delivery delivery, String production) {
        for (Stage stage : Stage.values()) {
            if (delivery.stages().occurred(stage)) {
                meters.observe(
                        DeliveryMetrics.STAGE,
                        Buckets.DELIVERY,
                        delivery.stages().lengthMs(stage),
                        About.of(delivery.repository(), stage.label(), production));
            }
        }
    }

    void episode(Revision<Episode> revision) {
        Episode episode = news(revision, each -> each.open() ? null : each);
        if (episode != null
                && !past(DeliveryMetrics.TIME_TO_GREEN, episode.closer().at())) {
            About about = new About(episode.repository(), List.of(episode.workflow()), List.of());
            meters.observe(DeliveryMetrics.TIME_TO_GREEN, Buckets.DELIVERY, episode.timeToGreenMs(), about);
        }
    }

    void verdict(Revision<Verdict> revision) {
        Verdict deployed = news(revision, each -> each.isDeployment() ? each : null);
        if (deployed != null
                && !past(DeliveryMetrics.DEPLOYMENTS, deployed.deploy().finishedAt())) {
            meters.counter(DeliveryMetrics.DEPLOYMENTS, About.of(repository(deployed), production(deployed)))
                    .increment();
        }
        Verdict failed = news(revision, each -> each.isDeployment() && each.failed() ? each : null);
        if (failed != null
                && !past(DeliveryMetrics.DEPLOYMENTS_FAILED, failed.deploy().finishedAt())) {
            String evidence = failed.evidence().get(0).label();
            About about = About.of(repository(failed), evidence, production(failed));
            meters.counter(DeliveryMetrics.DEPLOYMENTS_FAILED, about).increment();
        }
        Verdict recovered = news(revision, each -> each.recovery() == null ? null : each);
        if (recovered != null
                && !past(DeliveryMetrics.RECOVERY, recovered.recovery().at())) {
            About about = About.of(repository(recovered), production(recovered));
            meters.observe(DeliveryMetrics.RECOVERY, Buckets.DELIVERY, recovered.recoveryMs(), about);
        }
    }

    private static String repository(Verdict verdict) {
        return verdict.deploy().repository();
    }

    private String production(Verdict verdict) {
        return production(verdict.deploy().ref().lane());
    }

    private String production(Lane lane) {
        return Boolean.toString(definitions.isProduction(lane.environment()));
    }

    /** What is known now and was not before; null: nothing. */
    private static <V> V news(Revision<V> revision, Function<V, V> known) {
        V after = revision.after() == null ? null : known.apply(revision.after());
        boolean before = revision.before() != null && known.apply(revision.before()) != null;
        return before ? null : after;
    }

    /** Whether it had ended long before: then it is counted as left out. */
    private boolean past(Metric metric, long endedAt) {
        boolean past = clock.getAsLong() - endedAt > RECENT_MS;
        if (past) {
            meters.counter(ProcessorsMetrics.PAST, new About(null, List.of(), List.of(metric.exposed())))
                    .increment();
        }
        return past;
    }
}

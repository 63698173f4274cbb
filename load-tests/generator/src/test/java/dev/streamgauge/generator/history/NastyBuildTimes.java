package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;

import dev.streamgauge.events.v1.BuildChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** The cases about when builds waited and ran. */
final class NastyBuildTimes {
    private NastyBuildTimes() {}

    static Map<String, Predicate<Told>> clocks() {
        return Map.ofEntries(
                Map.entry("started when it was queued", told -> started(told, by -> by == 0)),
                Map.entry("started before it was queued", told -> started(told, by -> by < 0 && by > -Moments.STEP)),
                Map.entry(
                        "started before it was queued, by the tolerance",
                        told -> started(told, by -> by == -Moments.STEP)),
                Map.entry("started before it was queued, beyond it", told -> started(told, by -> by < -Moments.STEP)),
                Map.entry("finished when it started", told -> finished(told, by -> by == 0)),
                Map.entry("finished before it started", told -> finished(told, by -> by < 0 && by > -Moments.STEP)),
                Map.entry(
                        "finished before it started, by the tolerance",
                        told -> finished(told, by -> by == -Moments.STEP)),
                Map.entry("finished before it started, beyond it", told -> finished(told, by -> by < -Moments.STEP)),
                Map.entry("not queued", told -> finishedBuild(told, b -> b.getQueuedAt() == null)),
                Map.entry("not started", told -> finishedBuild(told, b -> b.getStartedAt() == null)));
    }

    static Map<String, Predicate<Told>> waits() {
        return Map.ofEntries(
                Map.entry(
                        "ready before it was queued",
                        told -> after(told, BuildChanged::getQueuedAt, BuildChanged::getReadyAt)),
                Map.entry(
                        "ready after it started",
                        told -> after(told, BuildChanged::getReadyAt, BuildChanged::getStartedAt)),
                Map.entry("ready between", told -> after(told, BuildChanged::getReadyAt, BuildChanged::getQueuedAt)),
                Map.entry(
                        "an approval while it was blocked",
                        told -> after(told, BuildChanged::getReadyAt, BuildChanged::getApprovalRequestedAt)),
                Map.entry(
                        "an approval after it was ready",
                        told -> after(told, BuildChanged::getApprovalRequestedAt, BuildChanged::getReadyAt)),
                Map.entry(
                        "approved before it was asked",
                        told -> after(told, BuildChanged::getApprovalRequestedAt, BuildChanged::getApprovedAt)),
                Map.entry(
                        "asked and never approved",
                        told -> finishedBuild(
                                told, b -> b.getApprovalRequestedAt() != null && b.getApprovedAt() == null)),
                Map.entry(
                        "approved and never asked",
                        told -> finishedBuild(
                                told, b -> b.getApprovalRequestedAt() == null && b.getApprovedAt() != null)),
                Map.entry(
                        "approved after it started",
                        told -> after(told, BuildChanged::getApprovedAt, BuildChanged::getStartedAt)),
                Map.entry("a job that waited and ran", told -> timed(told, b -> b.getJob() != null)),
                Map.entry(
                        "a pull request's build that waited and ran",
                        told -> timed(told, b -> b.getTrigger().equals("pull_request"))),
                Map.entry(
                        "a merge queue's build that waited and ran",
                        told -> timed(told, b -> b.getTrigger().equals("merge_group"))));
    }

    private static boolean finishedBuild(Told told, Predicate<BuildChanged> such) {
        return any(told.all(BuildChanged.class), b -> b.getState().equals("finished") && such.test(b));
    }

    private static boolean timed(Told told, Predicate<BuildChanged> such) {
        return finishedBuild(
                told,
                b -> b.getQueuedAt() != null && b.getStartedAt() != null && b.getFinishedAt() != null && such.test(b));
    }

    private static boolean started(Told told, LongPredicate by) {
        return timed(
                told,
                b -> by.test(Duration.between(b.getQueuedAt(), b.getStartedAt()).toMillis()));
    }

    private static boolean finished(Told told, LongPredicate by) {
        return timed(
                told,
                b -> by.test(
                        Duration.between(b.getStartedAt(), b.getFinishedAt()).toMillis()));
    }

    private static boolean after(
            Told told, Function<BuildChanged, Instant> late, Function<BuildChanged, Instant> early) {
        return timed(
                told,
                b -> late.apply(b) != null
                        && early.apply(b) != null
                        && late.apply(b).isAfter(early.apply(b)));
    }
}

package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;
import static dev.streamgauge.generator.history.Told.pair;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The cases about builds and red episodes. */
final class NastyBuilds {
    private NastyBuilds() {}

    static Map<String, Predicate<Told>> merging() {
        return Map.ofEntries(
                Map.entry(
                        "a build that finishes again with another outcome",
                        told -> disagree(told.all(BuildChanged.class), NastyBuilds::key, BuildChanged::getOutcome)),
                Map.entry(
                        "two finish times of one outcome",
                        told -> disagree(
                                told.all(BuildChanged.class),
                                b -> b.getOutcome() == null ? null : List.of(key(b), b.getOutcome()),
                                BuildChanged::getFinishedAt)),
                Map.entry(
                        "finished without a finish time",
                        told -> any(told.mainBuilds(), build -> build.getFinishedAt() == null)),
                Map.entry(
                        "running after it finished",
                        told -> pair(
                                told.all(BuildChanged.class),
                                NastyBuilds::key,
                                (a, b) -> a.getState().equals("finished")
                                        && b.getState().equals("running"))),
                Map.entry(
                        "a build of two commits",
                        told -> disagree(told.mainBuilds(), NastyBuilds::key, BuildChanged::getSha)),
                Map.entry(
                        "a build of two workflows",
                        told -> disagree(told.mainBuilds(), NastyBuilds::key, BuildChanged::getWorkflow)),
                Map.entry(
                        "a build with two triggers",
                        told -> disagree(told.all(BuildChanged.class), NastyBuilds::key, BuildChanged::getTrigger)),
                Map.entry(
                        "a build whose home one snapshot leaves out",
                        told -> pair(
                                told.all(BuildChanged.class),
                                NastyBuilds::key,
                                (a, b) -> a.getHeadRepository() == null && b.getHeadRepository() != null)),
                Map.entry(
                        "a build whose default branch one snapshot leaves out",
                        told -> pair(
                                told.all(BuildChanged.class),
                                NastyBuilds::key,
                                (a, b) -> a.getDefaultBranch() == null && b.getDefaultBranch() != null)),
                Map.entry(
                        "a job beside its run",
                        told -> pair(
                                told.all(BuildChanged.class),
                                build -> List.of(build.getRunId(), build.getAttempt()),
                                (a, b) -> a.getJob() == null && b.getJob() != null)),
                Map.entry(
                        "a pull-request build for main",
                        told -> any(
                                told.all(BuildChanged.class),
                                b -> b.getTrigger().equals("pull_request") && Alphabet.MAIN.equals(b.getBranch()))),
                Map.entry(
                        "a push to a fork's main",
                        told -> any(
                                told.all(BuildChanged.class),
                                b -> b.getTrigger().equals("push")
                                        && Alphabet.MAIN.equals(b.getBranch())
                                        && b.getHeadRepository() != null
                                        && !b.getHeadRepository().equals(told.repository()))));
    }

    static Map<String, Predicate<Told>> colours() {
        return Map.ofEntries(
                Map.entry(
                        "a later commit was green before an earlier one failed",
                        told -> commits(
                                told,
                                (early, late) ->
                                        red(early) && green(late) && when(late).isBefore(when(early)))),
                Map.entry(
                        "a late success of an older commit",
                        told -> commits(
                                told,
                                (early, late) ->
                                        green(early) && red(late) && when(early).isAfter(when(late)))),
                Map.entry(
                        "a failure that a later commit mended",
                        told -> commits(
                                told,
                                (early, late) ->
                                        red(early) && green(late) && when(late).isAfter(when(early)))),
                Map.entry(
                        "a flake", told -> sameCommit(told, (a, b) -> red(a) && green(b) && when(a).isBefore(when(b)))),
                Map.entry(
                        "a rerun that fails after a success",
                        told -> sameCommit(told, (a, b) -> green(a) && red(b) && when(a).isBefore(when(b)))),
                Map.entry(
                        "red and green in the same millisecond",
                        told -> sameCommit(told, (a, b) -> red(a) && green(b) && when(a).equals(when(b)))),
                Map.entry(
                        "red and green of two commits in the same millisecond",
                        told -> commits(told, (a, b) -> red(a) && green(b) && when(a).equals(when(b)))),
                Map.entry(
                        "a build that finished before its commit landed",
                        told -> any(
                                told.mainBuilds(),
                                build -> landed(told, build)
                                        .filter(when(build)::isBefore)
                                        .isPresent())),
                Map.entry(
                        "a build on main whose commit is not",
                        told -> any(told.mainBuilds(), build -> !told.onMain().contains(build.getSha()))),
                Map.entry(
                        "a scheduled build",
                        told -> any(
                                told.mainBuilds(), build -> build.getTrigger().equals("schedule"))),
                Map.entry(
                        "a build that finished at midnight of Monday",
                        told -> any(told.mainBuilds(), build -> when(build).equals(Moments.MIDNIGHT))),
                Map.entry(
                        "a build that finished a millisecond before",
                        told -> any(told.mainBuilds(), build -> when(build).equals(Moments.MIDNIGHT.minusMillis(1)))),
                Map.entry(
                        "red in one workflow, green in another",
                        told -> pair(
                                told.mainBuilds(),
                                BuildChanged::getSha,
                                (a, b) -> red(a) && green(b) && !a.getWorkflow().equals(b.getWorkflow()))));
    }

    static Map<String, Predicate<Told>> outcomes() {
        return Builds.ODD_OUTCOMES.stream()
                .collect(Collectors.toMap(
                        odd -> "a build on main that ended with " + odd,
                        odd -> told -> any(told.mainBuilds(), build -> odd.equals(build.getOutcome()))));
    }

    static Object key(BuildChanged build) {
        return List.of(build.getRunId(), build.getAttempt(), Objects.requireNonNullElse(build.getJob(), ""));
    }

    private static boolean red(BuildChanged build) {
        return "failure".equals(build.getOutcome());
    }

    private static boolean green(BuildChanged build) {
        return "success".equals(build.getOutcome());
    }

    private static Instant when(BuildChanged build) {
        return Objects.requireNonNullElse(build.getFinishedAt(), build.getOccurredAt());
    }

    /** Two builds of one workflow, of which the first belongs to the earlier commit. */
    private static boolean commits(Told told, BiPredicate<BuildChanged, BuildChanged> related) {
        return pair(told.mainBuilds(), BuildChanged::getWorkflow, (early, late) -> {
            Optional<Instant> first = landed(told, early);
            Optional<Instant> second = landed(told, late);
            return first.isPresent()
                    && second.isPresent()
                    && first.get().isBefore(second.get())
                    && related.test(early, late);
        });
    }

    private static boolean sameCommit(Told told, BiPredicate<BuildChanged, BuildChanged> related) {
        return pair(
                told.mainBuilds(),
                build -> List.of(build.getSha(), build.getWorkflow()),
                (a, b) -> !key(a).equals(key(b)) && related.test(a, b));
    }

    private static Optional<Instant> landed(Told told, BuildChanged build) {
        return told.landings().stream()
                .filter(landing -> landing.getAfter().equals(build.getSha()))
                .map(CommitPushed::getOccurredAt)
                .min(Comparator.naturalOrder());
    }
}

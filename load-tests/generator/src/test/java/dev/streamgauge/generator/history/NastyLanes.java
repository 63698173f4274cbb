package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.generator.event.Envelope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The cases about what follows what in a lane, and about what holds it. */
final class NastyLanes {
    private NastyLanes() {}

    static Map<String, Predicate<Told>> kinds() {
        return Map.ofEntries(
                Map.entry(
                        "the same commit again",
                        told -> lanes(told, (shas, i) -> i > 0 && shas.get(i).equals(shas.get(i - 1)))),
                Map.entry("back", told -> lanes(told, NastyLanes::back)),
                Map.entry("forward again", told -> lanes(told, NastyLanes::forward)),
                Map.entry(
                        "back by two",
                        told -> lanes(
                                told,
                                (shas, i) ->
                                        back(shas, i) && i - shas.subList(0, i).lastIndexOf(shas.get(i)) > 2)),
                Map.entry("back, and back again", told -> lanes(told, (shas, i) -> back(shas, i) && back(shas, i - 1))),
                Map.entry(
                        "back after the same again",
                        told -> lanes(
                                told,
                                (shas, i) -> i > 2
                                        && back(shas, i)
                                        && shas.get(i - 1).equals(shas.get(i - 2)))),
                Map.entry(
                        "a new commit after a way back",
                        told -> lanes(
                                told,
                                (shas, i) -> i > 0 && !shas.subList(0, i).contains(shas.get(i)) && back(shas, i - 1))));
    }

    static Map<String, Predicate<Told>> deploys() {
        return Map.ofEntries(
                Map.entry(
                        "production under two names",
                        told -> disagree(told.successes(), told::service, DeployChanged::getEnvironment)),
                Map.entry("a failed attempt", told -> outcome(told, "failure")),
                Map.entry("a cancelled attempt", told -> outcome(told, "cancelled")),
                Map.entry(
                        "two deploys that have not ended",
                        told -> disagree(unfinished(told), told::lane, DeployChanged::getDeployId)),
                Map.entry(
                        "a deploy that waits and was approved",
                        told -> any(unfinished(told), d -> d.getApprovedAt() != null)),
                Map.entry(
                        "a deploy that waits for an approval",
                        told -> any(
                                unfinished(told),
                                d -> d.getApprovalRequestedAt() != null && d.getApprovedAt() == null)),
                Map.entry(
                        "a deploy that has begun and not ended",
                        told -> any(unfinished(told), d -> d.getStartedAt() != null)),
                Map.entry(
                        "a deploy of which only its event's time is known",
                        told -> any(unfinished(told), d -> d.getStartedAt() == null && d.getCreatedAt() == null)),
                Map.entry(
                        "an approval of a deploy that succeeded",
                        told -> any(
                                told.successes(),
                                d -> d.getApprovalRequestedAt() != null && d.getApprovedAt() != null)),
                Map.entry(
                        "an approval without an end",
                        told -> any(
                                told.successes(),
                                d -> d.getApprovalRequestedAt() != null && d.getApprovedAt() == null)),
                Map.entry(
                        "an approval after the start",
                        told -> any(
                                told.successes(),
                                d -> d.getStartedAt() != null
                                        && d.getApprovedAt() != null
                                        && d.getApprovedAt().isAfter(d.getStartedAt()))),
                Map.entry(
                        "a start after the finish",
                        told -> any(
                                told.successes(),
                                d -> d.getStartedAt() != null
                                        && d.getFinishedAt() != null
                                        && d.getStartedAt().isAfter(d.getFinishedAt()))),
                Map.entry(
                        "a deploy that carries this and another repository",
                        told -> any(
                                told.successes(),
                                d -> d.getRepositories().contains(told.repository())
                                        && d.getRepositories().size() > 1)),
                Map.entry(
                        "a deploy that carries others only",
                        told -> any(
                                told.successes(),
                                d -> !d.getRepositories().isEmpty()
                                        && !d.getRepositories().contains(told.repository()))),
                Map.entry(
                        "a deploy that counts elsewhere",
                        told -> any(
                                told.successes(),
                                d -> d.getRepositories().stream().anyMatch(r -> r.compareTo(told.repository()) < 0))),
                Map.entry("a deploy told by two repositories", NastyLanes::shared));
    }

    private interface Step {
        boolean at(List<String> shas, int index);
    }

    /** The commits of each lane in the order in which its deploys ended, as far as single snapshots tell. */
    private static boolean lanes(Told told, Step step) {
        return told.successes().stream().collect(Collectors.groupingBy(told::lane)).values().stream()
                .map(NastyLanes::shas)
                .anyMatch(shas -> IntStream.range(0, shas.size()).anyMatch(i -> step.at(shas, i)));
    }

    private static List<String> shas(List<DeployChanged> lane) {
        return lane.stream()
                .sorted(Comparator.comparing(Told::finish)
                        .thenComparing(DeployChanged::getDeployId)
                        .thenComparing(DeployChanged::getAttempt))
                .map(DeployChanged::getSha)
                .toList();
    }

    private static boolean back(List<String> shas, int i) {
        return i > 0 && shas.indexOf(shas.get(i)) < shas.indexOf(shas.get(i - 1));
    }

    private static boolean forward(List<String> shas, int i) {
        return shas.indexOf(shas.get(i)) < i && i > 0 && shas.indexOf(shas.get(i)) > shas.indexOf(shas.get(i - 1));
    }

    private static List<DeployChanged> unfinished(Told told) {
        List<DeployChanged> all = told.all(DeployChanged.class);
        return all.stream()
                .filter(deploy -> all.stream()
                        .filter(other -> other.getDeployId().equals(deploy.getDeployId()))
                        .noneMatch(other -> other.getState().equals("finished")))
                .toList();
    }

    private static boolean outcome(Told told, String outcome) {
        return any(told.all(DeployChanged.class), deploy -> outcome.equals(deploy.getOutcome()));
    }

    private static boolean shared(Told told) {
        Function<DeployChanged, Object> key = d -> List.of(d.getDeployId(), d.getAttempt(), d.getRepositories());
        return told.events().stream()
                .filter(DeployChanged.class::isInstance)
                .map(DeployChanged.class::cast)
                .filter(other -> !Envelope.repository(other).equals(told.repository()))
                .filter(other -> !other.getRepositories().isEmpty())
                .anyMatch(other -> any(told.successes(), mine -> Objects.equals(key.apply(mine), key.apply(other))));
    }
}

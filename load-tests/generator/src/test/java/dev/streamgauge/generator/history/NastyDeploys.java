package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;
import static dev.streamgauge.generator.history.Told.pair;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The cases about deploys, lanes, deliveries and incidents. */
final class NastyDeploys {
    private NastyDeploys() {}

    static Map<String, Predicate<Told>> merging() {
        return Map.ofEntries(
                Map.entry(
                        "a deploy that finishes again with another outcome",
                        told -> disagree(
                                told.all(DeployChanged.class), deploy -> key(told, deploy), DeployChanged::getOutcome)),
                Map.entry(
                        "a revised finish time of a success",
                        told -> disagree(told.successes(), deploy -> key(told, deploy), DeployChanged::getFinishedAt)),
                Map.entry(
                        "a deploy of two commits",
                        told -> disagree(
                                told.all(DeployChanged.class), deploy -> key(told, deploy), DeployChanged::getSha)),
                Map.entry(
                        "a success without a finish time",
                        told -> any(told.successes(), deploy -> deploy.getFinishedAt() == null)),
                Map.entry(
                        "waiting after it finished",
                        told -> pair(
                                told.all(DeployChanged.class),
                                deploy -> key(told, deploy),
                                (a, b) -> a.getState().equals("finished")
                                        && b.getState().equals("waiting"))),
                Map.entry(
                        "a service told by name and by null",
                        told -> pair(
                                told.all(DeployChanged.class),
                                told::lane,
                                (a, b) -> a.getService() == null && b.getService() != null)),
                Map.entry(
                        "a second attempt that succeeds",
                        told -> pair(
                                told.all(DeployChanged.class),
                                deploy -> List.of(told.lane(deploy), deploy.getDeployId()),
                                (a, b) -> "failure".equals(a.getOutcome())
                                        && "success".equals(b.getOutcome())
                                        && a.getAttempt() < b.getAttempt())),
                Map.entry(
                        "one deploy id in two lanes",
                        told -> disagree(told.all(DeployChanged.class), DeployChanged::getDeployId, told::lane)),
                Map.entry("one deploy id in two repositories", told -> elsewhere(told, DeployChanged::getDeployId)),
                Map.entry("one commit deployed in two repositories", told -> elsewhere(told, DeployChanged::getSha)),
                Map.entry("an incident before its deploy's event", NastyDeploys::incidentFirst),
                Map.entry(
                        "an incident that nobody explains",
                        told -> any(
                                told.all(IncidentChanged.class),
                                i -> i.getDeployId() == null && i.getService() == null)));
    }

    static Map<String, Predicate<Told>> joining() {
        return Map.ofEntries(
                Map.entry(
                        "the first deploy arrives last",
                        told -> lanes(told).stream()
                                .anyMatch(lane -> lane.size() > 1 && lane.indexOf(first(lane)) == lane.size() - 1)),
                Map.entry(
                        "deploys of the same millisecond",
                        told -> lanes(told).stream()
                                .anyMatch(lane -> disagree(lane, NastyDeploys::when, DeployChanged::getDeployId))),
                Map.entry(
                        "the first deploy has no position",
                        told -> lanes(told).stream()
                                .anyMatch(lane -> lane.size() > 1
                                        && !told.onMain().contains(first(lane).getSha()))),
                Map.entry(
                        "a deploy of a commit that nobody has seen",
                        told -> any(
                                told.successes(),
                                d -> !told.listed().contains(d.getSha())
                                        && !told.onMain().contains(d.getSha()))),
                Map.entry(
                        "a deploy of a commit that only a request names",
                        told -> any(
                                told.successes(),
                                d -> !told.listed().contains(d.getSha())
                                        && any(
                                                told.all(ReviewChanged.class),
                                                r -> d.getSha().equals(r.getHeadSha())))),
                Map.entry(
                        "a deploy of a commit beside main",
                        told -> any(
                                told.successes(),
                                d -> told.listed().contains(d.getSha())
                                        && !told.onMain().contains(d.getSha()))),
                Map.entry("deploys of two commits that are each other's parents", NastyDeploys::circle),
                Map.entry("the commit comes after its deploy", NastyDeploys::commitLate),
                Map.entry("the landing comes after its deploy", NastyDeploys::landingLate),
                Map.entry("a deploy before the landing, by the tolerance", told -> before(told, Moments.STEP)),
                Map.entry("a deploy before the landing, just beyond", told -> before(told, Moments.STEP + 1)),
                Map.entry("a deploy in the instant of the landing", told -> before(told, 0)),
                Map.entry("a rollback", told -> lanes(told).stream().anyMatch(NastyDeploys::rollback)),
                Map.entry(
                        "an older commit deployed after a newer one",
                        told -> lanes(told).stream()
                                .anyMatch(lane -> pair(lane, told::lane, (a, b) -> olderLater(told, a, b)))),
                Map.entry("two lanes of one repository", told -> lanes(told).size() > 1),
                Map.entry(
                        "a deploy of an unlanded request",
                        told -> any(
                                told.all(ReviewChanged.class),
                                r -> !r.getState().equals("merged")
                                        && any(told.successes(), d -> d.getSha().equals(r.getHeadSha())))),
                Map.entry(
                        "a deploy that finished at midnight of Monday",
                        told -> any(told.successes(), deploy -> when(deploy).equals(Moments.MIDNIGHT))));
    }

    private static Object key(Told told, DeployChanged deploy) {
        return List.of(told.lane(deploy), deploy.getDeployId(), deploy.getAttempt());
    }

    private static Instant when(DeployChanged deploy) {
        return Told.finish(deploy);
    }

    private static List<List<DeployChanged>> lanes(Told told) {
        return List.copyOf(told.successes().stream()
                .collect(Collectors.groupingBy(told::lane))
                .values());
    }

    private static DeployChanged first(List<DeployChanged> lane) {
        return lane.stream().min(Comparator.comparing(NastyDeploys::when)).orElseThrow();
    }

    private static boolean elsewhere(Told told, Function<DeployChanged, String> name) {
        return told.events().stream()
                .filter(DeployChanged.class::isInstance)
                .map(DeployChanged.class::cast)
                .anyMatch(other -> !other.getRepository().equals(told.repository())
                        && any(
                                told.all(DeployChanged.class),
                                mine -> name.apply(mine).equals(name.apply(other))));
    }

    private static boolean incidentFirst(Told told) {
        return any(
                told.all(IncidentChanged.class),
                incident -> any(
                        told.all(DeployChanged.class),
                        deploy -> deploy.getDeployId().equals(incident.getDeployId())
                                && told.events().indexOf(incident)
                                        < told.events().indexOf(deploy)));
    }

    private static boolean circle(Told told) {
        return told.commits()
                .anyMatch(one -> told.commits()
                        .anyMatch(other -> !one.getSha().equals(other.getSha())
                                && isParent(one, other)
                                && isParent(other, one)
                                && deployed(told, one)
                                && deployed(told, other)));
    }

    private static boolean isParent(Commit parent, Commit child) {
        return child.getParents() != null && child.getParents().contains(parent.getSha());
    }

    private static boolean deployed(Told told, Commit commit) {
        return any(told.successes(), deploy -> deploy.getSha().equals(commit.getSha()));
    }

    private static boolean commitLate(Told told) {
        return any(
                told.successes(),
                deploy -> told.all(CommitPushed.class).stream()
                        .filter(push ->
                                any(push.getCommits(), commit -> commit.getSha().equals(deploy.getSha())))
                        .mapToInt(told.events()::indexOf)
                        .min()
                        .stream()
                        .anyMatch(index -> index > told.events().indexOf(deploy)));
    }

    private static boolean landingLate(Told told) {
        return any(
                told.successes(),
                deploy -> told.landings().stream()
                        .filter(landing -> landing.getAfter().equals(deploy.getSha()))
                        .mapToInt(told.events()::indexOf)
                        .min()
                        .stream()
                        .anyMatch(index -> index > told.events().indexOf(deploy)));
    }

    private static boolean before(Told told, long by) {
        return any(
                told.successes(),
                deploy -> any(
                        told.landings(),
                        landing -> landing.getAfter().equals(deploy.getSha())
                                && Duration.between(when(deploy), landing.getOccurredAt())
                                                .toMillis()
                                        == by));
    }

    private static boolean rollback(List<DeployChanged> lane) {
        return pair(
                lane,
                DeployChanged::getSha,
                (a, b) -> any(
                        lane,
                        between -> !between.getSha().equals(a.getSha())
                                && when(a).isBefore(when(between))
                                && when(between).isBefore(when(b))));
    }

    private static boolean olderLater(Told told, DeployChanged one, DeployChanged other) {
        return when(one).isBefore(when(other))
                && pair(
                        told.landings(),
                        CommitPushed::getRepository,
                        (newer, older) -> newer.getAfter().equals(one.getSha())
                                && older.getAfter().equals(other.getSha())
                                && older.getOccurredAt().isBefore(newer.getOccurredAt()));
    }
}

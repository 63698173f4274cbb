package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;
import static dev.streamgauge.generator.history.Told.pair;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases about cherry-picks, reverts, hotfixes and the services that commits touch. */
final class NastyRepairs {
    private NastyRepairs() {}

    static Map<String, Predicate<Told>> picks() {
        return Map.ofEntries(
                Map.entry("picked from a commit on main", told -> named(told, Commit::getPickedFrom, told.onMain())),
                Map.entry("picked from a commit off main", told -> named(told, Commit::getPickedFrom, offMain(told))),
                Map.entry("picked from a commit that nobody has seen", told -> unseen(told, Commit::getPickedFrom)),
                Map.entry(
                        "picked from two commits",
                        told -> told.commits().anyMatch(c -> c.getPickedFrom().size() > 1)),
                Map.entry(
                        "a pick of which one source does not tell",
                        told -> pair(
                                told.commits().toList(),
                                Commit::getSha,
                                (a, b) -> a.getPickedFrom().isEmpty()
                                        && !b.getPickedFrom().isEmpty())),
                Map.entry(
                        "a picked commit on main that is deployed",
                        told -> deployed(told, c -> told.onMain().contains(c.getSha()))),
                Map.entry(
                        "a picked commit off main that is deployed",
                        told -> deployed(told, c -> !told.onMain().contains(c.getSha()))),
                Map.entry("a pick in the middle of a deployed branch", NastyRepairs::inTheMiddle));
    }

    static Map<String, Predicate<Told>> reverts() {
        return Map.ofEntries(
                Map.entry("reverts a commit on main", told -> named(told, Commit::getReverts, told.onMain())),
                Map.entry("reverts a commit off main", told -> named(told, Commit::getReverts, offMain(told))),
                Map.entry("reverts a commit that nobody has seen", told -> unseen(told, Commit::getReverts)),
                Map.entry(
                        "reverts itself",
                        told -> told.commits().anyMatch(c -> c.getReverts().contains(c.getSha()))),
                Map.entry(
                        "a request that reverts itself",
                        told -> any(
                                told.all(ReviewChanged.class),
                                r -> r.getRequest().equals(r.getRevertsRequest()))),
                Map.entry(
                        "a request that reverts one that nobody has seen",
                        told -> any(
                                told.all(ReviewChanged.class),
                                r -> r.getRevertsRequest() != null
                                        && told.of(r.getRevertsRequest()).isEmpty())),
                Map.entry(
                        "a request that reverts another",
                        told -> any(
                                told.all(ReviewChanged.class),
                                r -> r.getRevertsRequest() != null
                                        && !r.getRequest().equals(r.getRevertsRequest())
                                        && !told.of(r.getRevertsRequest()).isEmpty())),
                Map.entry(
                        "a request that reverts two others",
                        told -> disagree(
                                told.all(ReviewChanged.class),
                                ReviewChanged::getRequest,
                                ReviewChanged::getRevertsRequest)),
                Map.entry(
                        "a reverting commit that is deployed after what it reverts",
                        told -> told.commits()
                                .filter(c -> told.onMain().contains(c.getSha()))
                                .anyMatch(c -> any(c.getReverts(), old -> later(told, old, c.getSha())))),
                Map.entry(
                        "a hotfix that one snapshot denies",
                        told -> disagree(
                                told.all(ReviewChanged.class), ReviewChanged::getRequest, ReviewChanged::getHotfix)),
                Map.entry(
                        "a hotfix that is deployed",
                        told -> any(
                                told.merged(),
                                r -> Boolean.TRUE.equals(r.getHotfix())
                                        && any(told.successes(), d -> d.getSha().equals(r.getMergeSha())))));
    }

    static Map<String, Predicate<Told>> services() {
        return Map.ofEntries(
                Map.entry("a commit that touches no service", told -> services(told, List::isEmpty)),
                Map.entry("a commit that touches one service", told -> services(told, s -> s.size() == 1)),
                Map.entry("a commit that touches two services", told -> services(told, s -> s.size() == 2)),
                Map.entry(
                        "a commit whose services are told in two ways",
                        told -> disagree(told.commits().toList(), Commit::getSha, Commit::getServices)),
                Map.entry(
                        "a commit whose services one source does not know",
                        told -> pair(
                                told.commits().toList(),
                                Commit::getSha,
                                (a, b) -> a.getServices() == null && b.getServices() != null)),
                Map.entry(
                        "a deploy of another service than its commit touches",
                        told -> any(
                                told.successes(),
                                d -> told.commits()
                                        .filter(c -> c.getSha().equals(d.getSha()))
                                        .map(Commit::getServices)
                                        .allMatch(s -> s != null && !s.contains(told.service(d))))));
    }

    private static Set<String> offMain(Told told) {
        return told.listed().stream()
                .filter(sha -> !told.onMain().contains(sha))
                .collect(Collectors.toSet());
    }

    private static Stream<String> all(Told told, Function<Commit, List<String>> field) {
        return told.commits().flatMap(commit -> field.apply(commit).stream());
    }

    private static boolean named(Told told, Function<Commit, List<String>> field, Set<String> among) {
        return all(told, field).anyMatch(among::contains);
    }

    private static boolean unseen(Told told, Function<Commit, List<String>> field) {
        return all(told, field).anyMatch(sha -> !told.listed().contains(sha));
    }

    private static boolean deployed(Told told, Predicate<Commit> such) {
        return told.commits()
                .filter(commit -> !commit.getPickedFrom().isEmpty())
                .filter(such)
                .anyMatch(commit ->
                        any(told.successes(), deploy -> deploy.getSha().equals(commit.getSha())));
    }

    private static boolean inTheMiddle(Told told) {
        Set<String> deployed =
                told.successes().stream().map(DeployChanged::getSha).collect(Collectors.toSet());
        return told.commits()
                .filter(commit -> !told.onMain().contains(commit.getSha()))
                .filter(commit -> !commit.getPickedFrom().isEmpty())
                .anyMatch(picked -> told.all(CommitPushed.class).stream()
                        .flatMap(push -> push.getCommits().stream())
                        .anyMatch(child -> child.getParents() != null
                                && child.getParents().contains(picked.getSha())
                                && !told.onMain().contains(child.getSha())
                                && deployed.contains(child.getSha())));
    }

    private static boolean later(Told told, String first, String second) {
        return pair(
                told.successes(),
                told::lane,
                (a, b) -> a.getSha().equals(first)
                        && b.getSha().equals(second)
                        && a.getOccurredAt().isBefore(b.getOccurredAt()));
    }

    private static boolean services(Told told, Predicate<List<String>> such) {
        return told.commits().map(Commit::getServices).filter(Objects::nonNull).anyMatch(such);
    }
}

package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;
import static dev.streamgauge.generator.history.Told.pair;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The cases about main and the graph. */
final class NastyLandings {
    private NastyLandings() {}

    static Map<String, Predicate<Told>> order() {
        return Map.ofEntries(
                Map.entry(
                        "landings of the same millisecond",
                        told -> pair(
                                told.landings(),
                                CommitPushed::getOccurredAt,
                                (a, b) -> !a.getAfter().equals(b.getAfter()))),
                Map.entry(
                        "landings of the same millisecond and position",
                        told -> pair(
                                told.landings(),
                                landing -> List.of(landing.getOccurredAt(), rank(landing)),
                                (a, b) -> !a.getAfter().equals(b.getAfter()))),
                Map.entry(
                        "positions that contradict the times",
                        told -> pair(told.landings(), CommitPushed::getRepository, NastyLandings::contradict)),
                Map.entry(
                        "one landing told with two times",
                        told -> disagree(told.landings(), CommitPushed::getAfter, CommitPushed::getOccurredAt)),
                Map.entry(
                        "one landing told with two positions",
                        told -> disagree(told.landings(), CommitPushed::getAfter, CommitPushed::getPosition)),
                Map.entry(
                        "one landing told with two befores",
                        told -> disagree(told.landings(), CommitPushed::getAfter, CommitPushed::getBefore)),
                Map.entry(
                        "a before that is not on main",
                        told -> any(
                                told.landings(),
                                landing -> landing.getBefore() != null
                                        && !told.onMain().contains(landing.getBefore()))),
                Map.entry("a landing without a before", told -> any(told.landings(), l -> l.getBefore() == null)),
                Map.entry(
                        "a landing that moves main nowhere",
                        told -> any(
                                told.landings(), landing -> landing.getAfter().equals(landing.getBefore()))),
                Map.entry("a commit and its parent land in the wrong order", NastyLandings::childFirst),
                Map.entry(
                        "two default branches",
                        told -> disagree(told.landings(), CommitPushed::getRepository, CommitPushed::getDefaultBranch)),
                Map.entry(
                        "a landing at midnight of Monday",
                        told -> any(
                                told.landings(),
                                landing -> landing.getOccurredAt().equals(Moments.MIDNIGHT))),
                Map.entry(
                        "a push to main whose default branch is unknown",
                        told -> any(
                                told.all(CommitPushed.class),
                                push -> Alphabet.MAIN.equals(push.getBranch()) && push.getDefaultBranch() == null)),
                Map.entry(
                        "a push with neither branch nor default branch",
                        told -> any(
                                told.all(CommitPushed.class),
                                push -> push.getBranch() == null && push.getDefaultBranch() == null)));
    }

    static Map<String, Predicate<Told>> bringing() {
        return Map.ofEntries(
                Map.entry("a commit on main by two landings", told -> disagree(self(told), Pair::sha, Pair::after)),
                Map.entry(
                        "a commit with two bringers",
                        told -> disagree(
                                told.landings().stream()
                                        .flatMap(l -> l.getCommits().stream())
                                        .toList(),
                                Commit::getSha,
                                Commit::getBroughtBy)),
                Map.entry(
                        "a bringer that is not on main",
                        told -> any(
                                told.commits().toList(),
                                commit -> commit.getBroughtBy() != null
                                        && !told.onMain().contains(commit.getBroughtBy()))),
                Map.entry("after is not listed", told -> any(told.landings(), l -> !shas(l).contains(l.getAfter()))),
                Map.entry(
                        "commits listed behind after",
                        told -> any(
                                told.landings(),
                                l -> shas(l).contains(l.getAfter())
                                        && shas(l).indexOf(l.getAfter()) < shas(l).size() - 1)),
                Map.entry("a push in parts", told -> any(told.landings(), landing -> landing.getParts() > 1)),
                Map.entry(
                        "a part that is missing",
                        told -> any(told.landings(), l -> l.getParts() > 1 && alone(told, l))),
                Map.entry(
                        "one push told in one part and in two",
                        told -> disagree(
                                told.landings(),
                                l -> List.of(l.getAfter(), l.getOccurredAt()),
                                CommitPushed::getParts)),
                Map.entry(
                        "several squash commits in one landing",
                        told -> any(told.landings(), landing -> landing.getParts() == 1 && named(landing) > 1)),
                Map.entry(
                        "a named commit in a push of parts",
                        told -> any(told.landings(), landing -> landing.getParts() > 1 && named(landing) > 0)),
                Map.entry("a branch commit that lands later by itself", NastyLandings::forwarded),
                Map.entry("a deployed branch commit whose ancestor lands", NastyLandings::movingForkPoint),
                Map.entry(
                        "a commit whose parents are told in two ways",
                        told -> disagree(told.commits().toList(), Commit::getSha, Commit::getParents)),
                Map.entry(
                        "a commit whose parents one source does not know",
                        told -> pair(
                                told.commits().toList(),
                                Commit::getSha,
                                (a, b) -> a.getParents() == null && b.getParents() != null)),
                Map.entry(
                        "a merge off main",
                        told -> any(
                                told.commits().toList(),
                                commit -> commit.getParents() != null
                                        && commit.getParents().size() > 1
                                        && !told.onMain().contains(commit.getSha()))),
                Map.entry("a circle of parents", NastyLandings::circle),
                Map.entry(
                        "two author dates of one commit",
                        told -> disagree(told.commits().toList(), Commit::getSha, Commit::getAuthoredAt)),
                Map.entry("an author date after the landing, by the tolerance", told -> skewed(told, Moments.STEP)),
                Map.entry("an author date after the landing, just beyond", told -> skewed(told, Moments.STEP + 1)),
                Map.entry(
                        "a commit without an author date",
                        told -> any(told.commits().toList(), commit -> commit.getAuthoredAt() == null)));
    }

    private record Pair(String sha, String after) {}

    private static List<Pair> self(Told told) {
        return told.landings().stream()
                .flatMap(landing -> landing.getCommits().stream()
                        .filter(c -> c.getSha().equals(c.getBroughtBy())
                                || c.getSha().equals(landing.getAfter()))
                        .map(commit -> new Pair(commit.getSha(), landing.getAfter())))
                .toList();
    }

    private static long rank(CommitPushed landing) {
        return Objects.requireNonNullElse(landing.getPosition(), 0L);
    }

    private static boolean contradict(CommitPushed one, CommitPushed other) {
        return one.getPosition() != null
                && other.getPosition() != null
                && one.getPosition() < other.getPosition()
                && one.getOccurredAt().isAfter(other.getOccurredAt());
    }

    private static List<String> shas(CommitPushed push) {
        return push.getCommits().stream().map(Commit::getSha).toList();
    }

    private static boolean alone(Told told, CommitPushed part) {
        return told.landings().stream()
                .noneMatch(other ->
                        other.getPart() != part.getPart() && other.getAfter().equals(part.getAfter()));
    }

    private static long named(CommitPushed push) {
        return push.getCommits().stream()
                .map(Commit::getRequest)
                .filter(Objects::nonNull)
                .count();
    }

    private static boolean childFirst(Told told) {
        return any(
                told.landings(),
                child -> any(
                        told.landings(),
                        parent -> child.getOccurredAt().isBefore(parent.getOccurredAt())
                                && any(
                                        child.getCommits(),
                                        c -> c.getSha().equals(child.getAfter())
                                                && c.getParents() != null
                                                && c.getParents().contains(parent.getAfter()))));
    }

    private static Set<String> branchCommits(Told told) {
        return told.all(CommitPushed.class).stream()
                .filter(push -> !told.landings().contains(push))
                .flatMap(push -> push.getCommits().stream())
                .map(Commit::getSha)
                .collect(Collectors.toSet());
    }

    private static boolean forwarded(Told told) {
        return any(branchCommits(told), told.onMain()::contains);
    }

    private static boolean movingForkPoint(Told told) {
        Set<String> deployed = told.all(DeployChanged.class).stream()
                .map(DeployChanged::getSha)
                .filter(sha -> !told.onMain().contains(sha))
                .collect(Collectors.toSet());
        return told.commits()
                .anyMatch(commit -> deployed.contains(commit.getSha())
                        && commit.getParents() != null
                        && any(
                                commit.getParents(),
                                parent -> branchCommits(told).contains(parent)
                                        && told.onMain().contains(parent)));
    }

    private static boolean circle(Told told) {
        Map<String, Set<String>> parents = told.commits()
                .filter(commit -> commit.getParents() != null)
                .collect(Collectors.toMap(Commit::getSha, c -> new HashSet<>(c.getParents()), (a, b) -> {
                    a.addAll(b);
                    return a;
                }));
        return any(
                parents.keySet(),
                sha -> any(
                        parents.get(sha),
                        parent -> parent.equals(sha)
                                || parents.getOrDefault(parent, Set.of()).contains(sha)));
    }

    private static boolean skewed(Told told, long by) {
        return any(
                told.landings(),
                landing -> any(
                        landing.getCommits(),
                        commit -> commit.getAuthoredAt() != null
                                && commit.getAuthoredAt()
                                        .equals(landing.getOccurredAt().plusMillis(by))));
    }
}

package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The cases about branches: promotions, stacks, forks, and requests that only list what landed. */
final class NastyPromotions {
    private NastyPromotions() {}

    static Map<String, Predicate<Told>> branches() {
        return Map.ofEntries(
                Map.entry("a request with two targets", told -> twice(told, ReviewChanged::getTargetBranch)),
                Map.entry("a request with two sources", told -> twice(told, ReviewChanged::getSourceBranch)),
                Map.entry("a request with two default branches", told -> twice(told, ReviewChanged::getDefaultBranch)),
                Map.entry(
                        "a request whose home one snapshot leaves out",
                        told -> told.requests()
                                .anyMatch(name -> any(told.of(name), r -> r.getHeadRepository() == null)
                                        && any(told.of(name), r -> r.getHeadRepository() != null))),
                Map.entry("a request without a source", told -> any(told.merged(), r -> r.getSourceBranch() == null)),
                Map.entry("a request without a target", told -> any(told.merged(), r -> r.getTargetBranch() == null)),
                Map.entry(
                        "a request of a fork's main for main",
                        told -> any(told.merged(), r -> from(r, Alphabet.MAIN) && to(r, Alphabet.MAIN) && forked(r))),
                Map.entry(
                        "a request stacked on another", told -> any(told.merged(), r -> feature(r.getTargetBranch()))),
                Map.entry(
                        "a request stacked on another that was not merged into it",
                        told -> any(
                                told.all(ReviewChanged.class),
                                r -> !r.getState().equals("merged") && feature(r.getTargetBranch()))),
                Map.entry(
                        "a request from a branch into itself",
                        told -> any(
                                told.merged(),
                                r -> r.getSourceBranch() != null
                                        && r.getSourceBranch().equals(r.getTargetBranch()))));
    }

    static Map<String, Predicate<Told>> promotions() {
        return Map.ofEntries(
                Map.entry(
                        "a promotion whose commits are all others'",
                        told -> any(told.merged(), r -> promotes(told, r) && carries(told, r))),
                Map.entry(
                        "a promotion with a commit of its own",
                        told -> any(told.merged(), r -> promotes(told, r) && !named(r).isEmpty() && !carries(told, r))),
                Map.entry(
                        "a promotion that names no commit",
                        told -> any(told.merged(), r -> promotes(told, r) && named(r).isEmpty())),
                Map.entry(
                        "a promotion from a fork",
                        told -> any(
                                told.merged(), r -> from(r, Alphabet.DEVELOP) && to(r, Alphabet.MAIN) && forked(r))),
                Map.entry(
                        "a promotion that makes the merge commit of a landing",
                        told -> any(
                                told.merged(),
                                r -> promotes(told, r)
                                        && carries(told, r)
                                        && told.onMain().contains(r.getMergeSha()))),
                Map.entry(
                        "a promotion by moving main on",
                        told -> any(
                                told.merged(),
                                r -> promotes(told, r) && carries(told, r) && any(named(r), told.onMain()::contains))),
                Map.entry(
                        "a promotion that the landing's message names",
                        told -> any(
                                told.merged(),
                                r -> promotes(told, r)
                                        && carries(told, r)
                                        && told.landings().stream()
                                                .flatMap(landing -> landing.getCommits().stream())
                                                .anyMatch(c -> r.getRequest().equals(c.getRequest())))),
                Map.entry(
                        "main promoted to a release branch",
                        told -> any(
                                told.merged(), r -> from(r, Alphabet.MAIN) && to(r, Alphabet.RELEASE) && !forked(r))),
                Map.entry(
                        "a fork's main promoted to a release branch",
                        told -> any(
                                told.merged(), r -> from(r, Alphabet.MAIN) && to(r, Alphabet.RELEASE) && forked(r))),
                Map.entry(
                        "a promoted commit that was deployed before",
                        told -> any(
                                told.merged(),
                                r -> promotes(told, r)
                                        && told.successes().stream()
                                                .map(DeployChanged::getSha)
                                                .anyMatch(named(r)::contains))));
    }

    static Map<String, Predicate<Told>> listed() {
        return Map.ofEntries(
                Map.entry(
                        "a commit on main that only a list joins",
                        told -> any(told.merged(), r -> main(r) && any(r.getCommitShas(), sha -> only(told, sha)))),
                Map.entry(
                        "a commit on main that a request lists which was not merged into main",
                        told -> any(
                                told.all(ReviewChanged.class),
                                r -> !(r.getState().equals("merged") && main(r))
                                        && any(r.getCommitShas(), sha -> only(told, sha)))),
                Map.entry(
                        "several commits on main that one request lists",
                        told -> any(
                                told.merged(),
                                r -> main(r)
                                        && r.getCommitShas().stream()
                                                        .filter(told.onMain()::contains)
                                                        .count()
                                                > 1)),
                Map.entry(
                        "a commit on main that is listed as merged elsewhere too",
                        told -> any(
                                told.merged(),
                                r -> main(r)
                                        && any(
                                                told.merged(),
                                                other -> !main(other)
                                                        && other.getRequest().equals(r.getRequest())
                                                        && any(other.getCommitShas(), told.onMain()::contains)))));
    }

    private static boolean twice(Told told, Function<ReviewChanged, String> value) {
        return disagree(told.all(ReviewChanged.class), ReviewChanged::getRequest, value);
    }

    private static boolean feature(String branch) {
        return branch != null && Alphabet.FEATURES.contains(branch);
    }

    private static boolean from(ReviewChanged request, String branch) {
        return branch.equals(request.getSourceBranch());
    }

    private static boolean to(ReviewChanged request, String branch) {
        return branch.equals(request.getTargetBranch());
    }

    private static boolean forked(ReviewChanged request) {
        return Alphabet.FORK.equals(request.getHeadRepository());
    }

    private static boolean main(ReviewChanged request) {
        return request.getTargetBranch() != null && request.getTargetBranch().equals(request.getDefaultBranch());
    }

    private static boolean promotes(Told told, ReviewChanged request) {
        return from(request, Alphabet.DEVELOP)
                && !forked(request)
                && told.of(request.getRequest()).stream().noneMatch(r -> to(r, Alphabet.DEVELOP))
                && any(told.merged(), other -> to(other, Alphabet.DEVELOP));
    }

    private static Set<String> named(ReviewChanged request) {
        Set<String> named = new HashSet<>(request.getCommitShas());
        if (request.getHeadSha() != null) {
            named.add(request.getHeadSha());
        }
        return named;
    }

    private static boolean carries(Told told, ReviewChanged promotion) {
        Set<String> others = told.all(ReviewChanged.class).stream()
                .filter(r -> r.getSourceBranch() == null || feature(r.getSourceBranch()))
                .flatMap(r -> named(r).stream())
                .collect(Collectors.toSet());
        return !named(promotion).isEmpty() && others.containsAll(named(promotion));
    }

    /** On main, and neither a merge commit nor named by its message. */
    private static boolean only(Told told, String sha) {
        return told.onMain().contains(sha)
                && told.merged().stream().map(ReviewChanged::getMergeSha).noneMatch(sha::equals)
                && told.commits()
                        .filter(commit -> commit.getSha().equals(sha))
                        .map(Commit::getRequest)
                        .allMatch(Objects::isNull);
    }
}

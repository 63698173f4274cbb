package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;
import static dev.streamgauge.generator.history.Told.pair;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases about change requests and what they own. */
final class NastyRequests {
    private NastyRequests() {}

    static Map<String, Predicate<Told>> cases() {
        return Map.ofEntries(
                Map.entry(
                        "two requests name one merge commit",
                        told -> disagree(told.merged(), ReviewChanged::getMergeSha, ReviewChanged::getRequest)),
                Map.entry(
                        "a request with two merge commits",
                        told -> disagree(told.merged(), ReviewChanged::getRequest, ReviewChanged::getMergeSha)),
                Map.entry(
                        "two landings name one request",
                        told -> disagree(
                                told.landings().stream()
                                        .flatMap(NastyRequests::named)
                                        .toList(),
                                Named::request,
                                Named::after)),
                Map.entry(
                        "a commit whose message names two requests",
                        told -> disagree(told.commits().toList(), Commit::getSha, Commit::getRequest)),
                Map.entry(
                        "requests 9 and 10 named by one commit",
                        told -> pair(
                                told.commits().toList(),
                                Commit::getSha,
                                (a, b) -> "9".equals(a.getRequest()) && "10".equals(b.getRequest()))),
                Map.entry("requests 7 and 07", told -> requests(told).containsAll(Set.of("7", "07"))),
                Map.entry(
                        "requests that Java orders otherwise than their bytes, named by one commit",
                        told -> pair(
                                told.commits().toList(),
                                Commit::getSha,
                                (a, b) -> "\uFF5E".equals(a.getRequest()) && "\uD83D\uDE80".equals(b.getRequest()))),
                Map.entry("a merge commit whose message names another request", NastyRequests::contested),
                Map.entry(
                        "a merge commit that nobody has seen",
                        told -> any(
                                told.merged(),
                                r -> r.getMergeSha() != null && !told.onMain().contains(r.getMergeSha()))),
                Map.entry(
                        "a merged request without a merge commit",
                        told -> any(told.merged(), request -> request.getMergeSha() == null)),
                Map.entry("a direct push that a request claims later", NastyRequests::claimedLater),
                Map.entry(
                        "a trial merge commit of an open request",
                        told -> any(
                                told.all(ReviewChanged.class),
                                r -> !r.getState().equals("merged") && r.getMergeSha() != null)),
                Map.entry(
                        "two states of one instant",
                        told -> pair(
                                told.all(ReviewChanged.class),
                                ReviewChanged::getRequest,
                                (a, b) -> a.getOccurredAt().equals(b.getOccurredAt())
                                        && !a.getState().equals(b.getState()))),
                Map.entry(
                        "two states of one instant, of a request that does not land",
                        told -> pair(
                                unlanded(told),
                                ReviewChanged::getRequest,
                                (a, b) -> a.getOccurredAt().equals(b.getOccurredAt())
                                        && !a.getState().equals(b.getState()))),
                Map.entry(
                        "a later state that is less far, of a request that does not land",
                        told -> pair(
                                unlanded(told),
                                ReviewChanged::getRequest,
                                (a, b) -> a.getOccurredAt().isBefore(b.getOccurredAt())
                                        && a.getState().equals("closed")
                                        && b.getState().equals("open"))),
                Map.entry(
                        "closed or reopened after it was merged",
                        told -> pair(
                                told.all(ReviewChanged.class),
                                ReviewChanged::getRequest,
                                (a, b) -> a.getState().equals("merged")
                                        && !b.getState().equals("merged")
                                        && b.getOccurredAt().isAfter(a.getOccurredAt()))),
                Map.entry(
                        "two requests own one commit",
                        told -> disagree(
                                told.all(ReviewChanged.class), ReviewChanged::getHeadSha, ReviewChanged::getRequest)),
                Map.entry(
                        "a request that lists a commit on main",
                        told -> any(
                                told.all(ReviewChanged.class), r -> any(r.getCommitShas(), told.onMain()::contains))),
                Map.entry(
                        "a request for another branch",
                        told -> any(
                                told.merged(),
                                r -> r.getTargetBranch() != null
                                        && !r.getTargetBranch().equals(r.getDefaultBranch()))),
                Map.entry(
                        "a request that only a message names",
                        told -> told.commits()
                                .map(Commit::getRequest)
                                .filter(Objects::nonNull)
                                .anyMatch(request -> !requests(told).contains(request))),
                Map.entry(
                        "one number in two repositories",
                        told -> told.events().stream()
                                .filter(ReviewChanged.class::isInstance)
                                .map(ReviewChanged.class::cast)
                                .anyMatch(r -> !r.getRepository().equals(told.repository())
                                        && requests(told).contains(r.getRequest()))));
    }

    private record Named(String request, String after) {}

    private static Stream<Named> named(CommitPushed landing) {
        return landing.getCommits().stream()
                .filter(commit -> commit.getRequest() != null)
                .map(commit -> new Named(commit.getRequest(), landing.getAfter()));
    }

    private static Set<String> requests(Told told) {
        return told.all(ReviewChanged.class).stream()
                .map(ReviewChanged::getRequest)
                .collect(Collectors.toSet());
    }

    private static List<ReviewChanged> unlanded(Told told) {
        Set<String> landed = Stream.concat(
                        told.merged().stream().map(ReviewChanged::getRequest),
                        told.commits().map(Commit::getRequest))
                .collect(Collectors.toSet());
        return told.all(ReviewChanged.class).stream()
                .filter(review -> !landed.contains(review.getRequest()))
                .toList();
    }

    private static boolean contested(Told told) {
        return any(
                told.merged(),
                request -> told.commits()
                        .anyMatch(commit -> commit.getSha().equals(request.getMergeSha())
                                && told.onMain().contains(commit.getSha())
                                && commit.getRequest() != null
                                && !commit.getRequest().equals(request.getRequest())));
    }

    private static boolean claimedLater(Told told) {
        return any(
                told.landings(),
                landing -> any(
                        told.merged(),
                        request -> landing.getAfter().equals(request.getMergeSha())
                                && landing.getCommits().stream().allMatch(commit -> commit.getRequest() == null)
                                && told.events().indexOf(request)
                                        > told.events().indexOf(landing)));
    }
}

package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;
import static dev.streamgauge.generator.history.Told.pair;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** The cases about reviews, readiness and ways through a merge queue. */
final class NastyReviews {
    private NastyReviews() {}

    static Map<String, Predicate<Told>> reviews() {
        return Map.ofEntries(
                Map.entry("a review by the author", told -> review(told, NastyReviews::byAuthor)),
                Map.entry("a review by nobody knows whom", told -> review(told, (r, v) -> v.getReviewer() == null)),
                Map.entry("an approval by a bot", told -> approval(told, "bot")),
                Map.entry("an approval by an agent", told -> approval(told, "agent")),
                Map.entry("an approval by somebody", told -> approval(told, null)),
                Map.entry(
                        "a dismissed review by a human",
                        told -> review(told, (r, v) -> v.getState().equals("dismissed"))),
                Map.entry(
                        "one review with two states",
                        told -> told.requests()
                                .anyMatch(r -> disagree(same(told, r), NastyReviews::key, Review::getState))),
                Map.entry(
                        "one review by two kinds of actors",
                        told -> told.requests()
                                .anyMatch(r -> disagree(same(told, r), NastyReviews::key, Review::getActorClass))),
                Map.entry(
                        "one review whose actor one source does not know",
                        told -> told.requests()
                                .anyMatch(r -> pair(
                                        same(told, r),
                                        NastyReviews::key,
                                        (a, b) -> a.getActorClass() == null && b.getActorClass() != null))),
                Map.entry("an approval in the instant of the landing", told -> landed(told, Instant::equals)),
                Map.entry("an approval after the landing", told -> landed(told, Instant::isAfter)),
                Map.entry("an approval before the landing", told -> landed(told, Instant::isBefore)),
                Map.entry(
                        "a request with two authors",
                        told -> disagree(
                                told.all(ReviewChanged.class), ReviewChanged::getRequest, ReviewChanged::getAuthor)),
                Map.entry(
                        "a request with two links",
                        told -> disagree(
                                told.all(ReviewChanged.class), ReviewChanged::getRequest, ReviewChanged::getUrl)),
                Map.entry(
                        "a request with two kinds of AI evidence",
                        told -> disagree(
                                told.all(ReviewChanged.class),
                                ReviewChanged::getRequest,
                                ReviewChanged::getAiEvidence)));
    }

    static Map<String, Predicate<Told>> times() {
        return Map.ofEntries(
                Map.entry("made ready twice", told -> twice(told, ReviewChanged::getReadyAt)),
                Map.entry("opened twice", told -> twice(told, ReviewChanged::getOpenedAt)),
                Map.entry("merged twice", told -> twice(told, ReviewChanged::getMergedAt)),
                Map.entry("in a merge queue twice", told -> twice(told, ReviewChanged::getEnqueuedAt)),
                Map.entry("out of a merge queue twice", told -> twice(told, ReviewChanged::getDequeuedAt)),
                Map.entry(
                        "a draft of which nobody said that it was ready",
                        told -> told.requests()
                                .anyMatch(name ->
                                        any(told.of(name), r -> r.getState().equals("draft"))
                                                && told.of(name).stream().allMatch(r -> r.getReadyAt() == null))),
                Map.entry("ready after it landed", told -> ends(told, ReviewChanged::getReadyAt, Instant::isAfter)),
                Map.entry(
                        "out of a queue in the instant of the next way in",
                        told -> queues(told, (in, out) -> in.equals(out))),
                Map.entry(
                        "out of a queue without a way in",
                        told -> told.requests()
                                .anyMatch(name -> any(told.of(name), r -> r.getDequeuedAt() != null)
                                        && told.of(name).stream().allMatch(r -> r.getEnqueuedAt() == null))),
                Map.entry("out of a queue before the way in", told -> queues(told, (in, out) -> out.isBefore(in))),
                Map.entry(
                        "into a queue after the landing",
                        told -> ends(told, ReviewChanged::getEnqueuedAt, Instant::isAfter)),
                Map.entry(
                        "into a queue in the instant of the landing",
                        told -> ends(told, ReviewChanged::getEnqueuedAt, Instant::equals)),
                Map.entry(
                        "out of a queue in the instant of the landing",
                        told -> ends(told, ReviewChanged::getDequeuedAt, Instant::equals)),
                Map.entry(
                        "in a queue and not landed",
                        told -> told.requests()
                                .anyMatch(name -> any(told.of(name), r -> r.getEnqueuedAt() != null)
                                        && told.of(name).stream().noneMatch(NastyReviews::merged))),
                Map.entry(
                        "a request that is open, with an approval",
                        told -> any(
                                told.all(ReviewChanged.class),
                                r -> r.getState().equals("open")
                                        && any(r.getReviews(), v -> v.getState().equals("approved")))));
    }

    private static boolean merged(ReviewChanged request) {
        return request.getState().equals("merged");
    }

    private static Object key(Review review) {
        return List.of(review.getSubmittedAt(), Objects.requireNonNullElse(review.getReviewer(), ""));
    }

    private static List<Review> same(Told told, String request) {
        return told.of(request).stream().flatMap(r -> r.getReviews().stream()).toList();
    }

    private static boolean byAuthor(ReviewChanged request, Review review) {
        return review.getReviewer() != null && review.getReviewer().equals(request.getAuthor());
    }

    private static boolean review(Told told, BiPredicate<ReviewChanged, Review> such) {
        return any(told.all(ReviewChanged.class), request -> any(request.getReviews(), r -> such.test(request, r)));
    }

    private static boolean approval(Told told, String actor) {
        return review(
                told,
                (request, review) ->
                        review.getState().equals("approved") && Objects.equals(review.getActorClass(), actor));
    }

    private static boolean landed(Told told, BiPredicate<Instant, Instant> related) {
        return review(
                told,
                (request, review) -> review.getState().equals("approved")
                        && any(landings(told, request), at -> related.test(review.getSubmittedAt(), at)));
    }

    private static boolean ends(
            Told told, Function<ReviewChanged, Instant> time, BiPredicate<Instant, Instant> related) {
        return any(
                told.merged(),
                request -> any(
                        landings(told, request),
                        at -> any(
                                told.of(request.getRequest()),
                                r -> time.apply(r) != null && related.test(time.apply(r), at))));
    }

    private static List<Instant> landings(Told told, ReviewChanged request) {
        return told.landings().stream()
                .filter(landing -> landing.getAfter().equals(request.getMergeSha()))
                .map(CommitPushed::getOccurredAt)
                .toList();
    }

    private static boolean twice(Told told, Function<ReviewChanged, Instant> time) {
        return disagree(told.all(ReviewChanged.class), ReviewChanged::getRequest, time);
    }

    private static boolean queues(Told told, BiPredicate<Instant, Instant> related) {
        return pair(
                told.all(ReviewChanged.class),
                ReviewChanged::getRequest,
                (one, other) -> one.getEnqueuedAt() != null
                        && other.getDequeuedAt() != null
                        && related.test(one.getEnqueuedAt(), other.getDequeuedAt()));
    }
}

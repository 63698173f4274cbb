package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.List;

/** Change requests drawn at random: several that name one commit, merged ones whose commit is unknown, states of one instant. */
final class Requests {
    private static final List<String> STATES = List.of("draft", "open", "closed", "merged", "merged", "merged");
    private static final List<String> UNKNOWN = List.of("99", "404");

    private final Alphabet names;
    private final Reviews reviews;

    Requests(Alphabet names) {
        this.names = names;
        this.reviews = new Reviews(names);
    }

    ReviewChanged draw() {
        return snapshot(names.repository(), names.request(), names.dice.pick(STATES), names.moments.any());
    }

    ReviewChanged snapshot(String repository, String request, String state, Instant at) {
        ReviewChanged review = Blank.review(repository);
        Envelope.happened(review, names.dice.pick(Alphabet.SOURCES), at.toEpochMilli());
        review.setRequest(request);
        review.setState(state);
        review.setAuthor(names.unless(0.3, names.dice.pick(Alphabet.PEOPLE)));
        review.setActorClass(names.unless(0.3, names.dice.pick(Commits.ACTORS)));
        review.setAiEvidence(names.unless(0.3, names.dice.pick(Commits.EVIDENCE)));
        review.setUrl(names.unless(0.7, "https://example.org/" + request + "/" + names.dice.below(2)));
        branches(review);
        repairs(review);
        commits(review);
        times(review, at);
        review.setReviews(reviews.around(at));
        return review;
    }

    /** Mostly from a feature branch to main; but any to any, and none, and of a fork. */
    void branches(ReviewChanged review) {
        List<String> features = Alphabet.FEATURES;
        review.setSourceBranch(
                switch (names.dice.weighted(5, 2, 2, 1, 1)) {
                    case 0 -> names.dice.pick(features);
                    case 1 -> null;
                    case 2 -> Alphabet.DEVELOP;
                    case 3 -> Alphabet.RELEASE;
                    default -> Alphabet.MAIN;
                });
        review.setTargetBranch(
                switch (names.dice.weighted(12, 2, 2, 1, 1)) {
                    case 0 -> Alphabet.MAIN;
                    case 1 -> Alphabet.DEVELOP;
                    case 2 -> Alphabet.RELEASE;
                    case 3 -> names.dice.pick(features);
                    default -> null;
                });
        review.setDefaultBranch(names.dice.chance(0.04) ? Alphabet.DEVELOP : names.unless(0.1, Alphabet.MAIN));
        review.setHeadRepository(names.unless(0.75, names.dice.chance(0.6) ? Alphabet.FORK : review.getRepository()));
        if (names.dice.chance(0.06)) {
            forkOfMain(review);
        }
    }

    /** Forks work on their main, which is not ours. */
    private void forkOfMain(ReviewChanged review) {
        review.setHeadRepository(Alphabet.FORK);
        review.setSourceBranch(Alphabet.MAIN);
        review.setTargetBranch(names.dice.chance(0.7) ? Alphabet.MAIN : Alphabet.RELEASE);
    }

    /** The same request with other times and reviews, and another opinion about what it repairs. */
    void retell(ReviewChanged review) {
        repairs(review);
        times(review, review.getOccurredAt());
        review.setReviews(reviews.around(review.getOccurredAt()));
    }

    private void repairs(ReviewChanged review) {
        review.setHotfix(names.unless(0.7, names.dice.chance(0.6)));
        String reverted = names.dice.chance(0.2) ? names.dice.pick(UNKNOWN) : names.request();
        review.setRevertsRequest(names.unless(0.85, names.dice.chance(0.1) ? review.getRequest() : reverted));
    }

    private void commits(ReviewChanged review) {
        review.setHeadSha(names.unless(0.3, names.branchSha()));
        review.setCommitShas(names.dice.chance(0.5) ? List.copyOf(names.someShas(names.dice.below(4))) : List.of());
        // Providers show a trial merge on open requests too; only a merged one's counts.
        boolean named = review.getState().equals("merged") ? names.dice.chance(0.75) : names.dice.chance(0.1);
        review.setMergeSha(named ? names.mainSha() : null);
    }

    private void times(ReviewChanged review, Instant at) {
        review.setOpenedAt(names.unless(0.3, names.moments.near(at.minusMillis(Moments.STEP * names.dice.below(6)))));
        review.setReadyAt(names.unless(0.6, names.moments.near(at)));
        review.setEnqueuedAt(names.unless(0.7, names.moments.near(at)));
        review.setDequeuedAt(names.unless(0.8, names.moments.near(at)));
        review.setMergedAt(review.getState().equals("merged") ? names.unless(0.2, at) : null);
        review.setClosedAt(review.getState().equals("closed") ? names.unless(0.2, at) : null);
    }
}

package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Change requests drawn at random: several that name one commit, merged ones whose commit is unknown, states of one instant. */
final class Requests {
    private static final List<String> STATES = List.of("draft", "open", "closed", "merged", "merged", "merged");
    private static final List<String> VERDICTS = List.of("commented", "approved", "changes_requested", "dismissed");

    private final Alphabet names;

    Requests(Alphabet names) {
        this.names = names;
    }

    ReviewChanged draw() {
        return snapshot(names.repository(), names.request(), names.dice.pick(STATES), names.moments.any());
    }

    ReviewChanged snapshot(String repository, String request, String state, Instant at) {
        ReviewChanged review = Blank.review(repository);
        Envelope.happened(review, names.dice.pick(Alphabet.SOURCES), at.toEpochMilli());
        review.setRequest(request);
        review.setState(state);
        // Constant for one request: how snapshots that disagree about their target are merged is not defined.
        review.setTargetBranch(request.equals("9") ? Alphabet.RELEASE : Alphabet.MAIN);
        review.setDefaultBranch(Alphabet.MAIN);
        review.setSourceBranch(names.unless(0.3, "feature"));
        review.setActorClass(names.unless(0.3, names.dice.pick(Commits.ACTORS)));
        review.setAiEvidence(names.unless(0.3, names.dice.pick(Commits.EVIDENCE)));
        commits(review);
        times(review, at);
        return review;
    }

    private void commits(ReviewChanged review) {
        review.setHeadSha(names.unless(0.3, names.branchSha()));
        review.setCommitShas(names.dice.chance(0.5) ? List.copyOf(names.someShas(names.dice.below(4))) : List.of());
        // Providers show a trial merge on open requests too; only a merged one's counts.
        boolean named = review.getState().equals("merged") ? names.dice.chance(0.85) : names.dice.chance(0.1);
        review.setMergeSha(named ? names.mainSha() : null);
    }

    private void times(ReviewChanged review, Instant at) {
        review.setOpenedAt(names.unless(0.3, names.moments.near(at)));
        review.setReadyAt(names.unless(0.6, names.moments.near(at)));
        review.setMergedAt(review.getState().equals("merged") ? names.unless(0.2, at) : null);
        review.setClosedAt(review.getState().equals("closed") ? names.unless(0.2, at) : null);
        review.setReviews(reviews(at));
    }

    private List<Review> reviews(Instant at) {
        List<Review> reviews = new ArrayList<>();
        while (names.dice.chance(0.3)) {
            String actor = names.unless(0.2, names.dice.pick(Commits.ACTORS));
            reviews.add(new Review("u-3", actor, names.dice.pick(VERDICTS), names.moments.near(at)));
        }
        return reviews;
    }
}

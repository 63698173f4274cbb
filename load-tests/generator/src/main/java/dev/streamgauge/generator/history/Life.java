package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;

/** What is told of a request before it lands, up to now: drafts, readiness, and its ways through a merge queue. */
final class Life {
    private final Tale tale;

    Life(Tale tale) {
        this.tale = tale;
    }

    /** Written, made ready and reviewed in good order, as far as sources tell. */
    void before(String request) {
        Instant opened = tale.now().minusMillis(Moments.STEP * (4 + tale.names.dice.below(3)));
        if (tale.names.dice.chance(0.3)) {
            ReviewChanged draft = open(request, "draft", opened);
            draft.setReadyAt(null);
        }
        if (tale.names.dice.chance(0.5)) {
            Instant ready = tale.names.moments.after(opened);
            ReviewChanged review = open(request, "open", ready);
            review.setOpenedAt(tale.names.unless(0.2, opened));
            review.setReadyAt(tale.names.unless(0.3, ready));
        }
        if (tale.names.dice.chance(0.4)) {
            passes(request);
        }
    }

    /** In, and out again; in twice; out in the instant of the next way in; in at the landing or after it. */
    void passes(String request) {
        Instant in = tale.now().minusMillis(Moments.STEP * tale.names.dice.below(5));
        for (int left = 1 + tale.names.dice.below(3); left > 0; left--) {
            ReviewChanged review = open(request, "open", in);
            review.setEnqueuedAt(in);
            Instant out = tale.names.moments.after(in);
            review.setDequeuedAt(tale.names.unless(0.5, out));
            in = tale.names.dice.chance(0.4) ? out : tale.names.moments.after(out);
        }
    }

    private ReviewChanged open(String request, String state, Instant at) {
        ReviewChanged review = tale.snapshot(request, state);
        review.setOccurredAt(at);
        review.setTargetBranch(Alphabet.MAIN);
        review.setSourceBranch(tale.names.unless(0.3, tale.names.dice.pick(Alphabet.FEATURES)));
        return review;
    }
}

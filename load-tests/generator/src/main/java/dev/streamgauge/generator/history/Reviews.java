package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reviews by people, bots, agents, the author and nobody knows whom; some are told twice, and differently. */
final class Reviews {
    private static final List<String> VERDICTS =
            List.of("approved", "approved", "commented", "changes_requested", "dismissed");

    private final Alphabet names;

    Reviews(Alphabet names) {
        this.names = names;
    }

    /** None to a few, at that time or some steps before or after it. */
    List<Review> around(Instant at) {
        List<Review> reviews = new ArrayList<>();
        while (names.dice.chance(0.45)) {
            boolean before = names.dice.chance(0.5);
            Instant base = before ? at.minusMillis(Moments.STEP * names.dice.below(6)) : at;
            reviews.add(of(names.moments.near(base)));
            if (names.dice.chance(0.2)) {
                reviews.add(again(names.dice.pick(reviews)));
            }
        }
        return List.copyOf(reviews);
    }

    private Review of(Instant submitted) {
        String actor = names.dice.chance(0.5) ? "human" : names.unless(0.3, names.dice.pick(Commits.ACTORS));
        String reviewer = names.unless(0.15, names.dice.pick(Alphabet.PEOPLE));
        return new Review(reviewer, actor, names.dice.pick(VERDICTS), submitted);
    }

    /** By the same reviewer at the same instant, which is the same review. */
    private Review again(Review other) {
        Review again = of(other.getSubmittedAt());
        again.setReviewer(other.getReviewer());
        return again;
    }
}

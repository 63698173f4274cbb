package dev.streamgauge.processors.changes;

import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A review of a request. When and by whom are its name.
 *
 * @param submittedAt epoch milliseconds
 * @param reviewer null: unknown
 * @param state dismissed, approved, changes_requested or commented
 * @param actorClass human, bot or agent; null: undecided
 */
public record Review(long submittedAt, String reviewer, String state, String actorClass) implements Comparable<Review> {

    private static final List<String> DOMINANCE = List.of("dismissed", "approved", "changes_requested", "commented");
    private static final Set<String> MACHINES = Set.of("bot", "agent");
    private static final Comparator<Review> ORDER = Comparator.comparingLong(Review::submittedAt)
            .thenComparing(Review::reviewer, Comparator.nullsFirst(Text.ORDER));

    static Review of(dev.streamgauge.events.v1.Review review) {
        return new Review(
                review.getSubmittedAt().toEpochMilli(),
                review.getReviewer(),
                review.getState(),
                review.getActorClass());
    }

    /** Merges two of one name. */
    Review merge(Review other) {
        boolean dominates = DOMINANCE.indexOf(state) <= DOMINANCE.indexOf(other.state);
        return new Review(
                submittedAt, reviewer, dominates ? state : other.state, Lattice.least(actorClass, other.actorClass));
    }

    /** An unknown reviewer is nobody's author. */
    boolean byAnotherThan(String author) {
        return reviewer == null || !reviewer.equals(author);
    }

    boolean byAHumanOtherThan(String author) {
        return byAnotherThan(author) && (actorClass == null || !MACHINES.contains(actorClass));
    }

    boolean approves() {
        return state.equals("approved");
    }

    /** By name. */
    @Override
    public int compareTo(Review other) {
        return ORDER.compare(this, other);
    }
}

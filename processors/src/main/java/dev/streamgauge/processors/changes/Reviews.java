package dev.streamgauge.processors.changes;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The reviews of a request.
 *
 * @param all one of each name, in the order of their submission
 */
public record Reviews(List<Review> all) {

    static Reviews of(List<dev.streamgauge.events.v1.Review> snapshot) {
        return union(snapshot.stream().map(Review::of));
    }

    Reviews merge(Reviews other) {
        return other.all.isEmpty() || other.equals(this)
                ? this
                : union(Stream.concat(all.stream(), other.all.stream()));
    }

    private static Reviews union(Stream<Review> reviews) {
        NavigableMap<Review, Review> byName = new TreeMap<>();
        reviews.forEach(review -> byName.merge(review, review, Review::merge));
        return new Reviews(List.copyOf(byName.values()));
    }

    /** When the first of some reviews was submitted, epoch milliseconds; null: there is none. */
    Long first(Predicate<Review> which) {
        return all.stream().filter(which).map(Review::submittedAt).findFirst().orElse(null);
    }

    /** When the last of some reviews was submitted, epoch milliseconds; null: there is none. */
    Long last(Predicate<Review> which) {
        return all.stream()
                .filter(which)
                .map(Review::submittedAt)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}

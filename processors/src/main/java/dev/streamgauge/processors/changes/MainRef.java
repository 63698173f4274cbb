package dev.streamgauge.processors.changes;

import dev.streamgauge.processors.landings.Position;
import java.util.Comparator;

/**
 * A commit on main that belongs to a change.
 *
 * @param joinedBy merge_sha, subject or push
 * @param authoredAt the earliest author date among the commits that it brought, epoch milliseconds; null: unknown
 */
public record MainRef(Position position, String joinedBy, Long authoredAt) implements Comparable<MainRef> {

    private static final Comparator<MainRef> ORDER = Comparator.comparing(MainRef::position)
            .thenComparing(MainRef::joinedBy)
            .thenComparing(MainRef::authoredAt, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(MainRef other) {
        return ORDER.compare(this, other);
    }
}

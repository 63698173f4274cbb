package dev.streamgauge.processors.changes;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.landings.Written;

/**
 * A commit on main that belongs to a change.
 *
 * @param joinedBy merge_sha, subject, listed, carried or push
 * @param author the commit's author; null: unknown
 * @param written what the commits say that it brought; nothing if it was carried
 */
public record MainRef(Position position, String joinedBy, String author, Written written)
        implements Comparable<MainRef> {

    /** By position: a change has one commit in each place. */
    @Override
    public int compareTo(MainRef other) {
        return position.compareTo(other.position);
    }
}

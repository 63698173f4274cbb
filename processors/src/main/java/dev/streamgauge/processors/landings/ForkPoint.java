package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Lattice;
import java.util.List;

/**
 * The fork point of a commit off main, remembered.
 *
 * @param position the greatest position that is reached from it; null: none
 * @param picks what the commits on the way were picked from, sorted
 */
public record ForkPoint(Position position, List<String> picks) {

    static ForkPoint of(CommitNode commit) {
        return new ForkPoint(commit.position(), commit.linked(Links.Kind.PICKED));
    }

    ForkPoint merge(ForkPoint other) {
        return new ForkPoint(Lattice.greatest(position, other.position), Lattice.withAll(picks, other.picks));
    }
}

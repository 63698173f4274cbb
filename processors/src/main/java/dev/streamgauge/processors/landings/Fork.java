package dev.streamgauge.processors.landings;

import java.util.List;

/**
 * Where a deployed commit belongs on main.
 *
 * @param kind how it was found
 * @param position the place; null if there is none
 * @param picks the commits that it carries without having them: what it and those on the way to main were picked from, sorted
 */
public record Fork(Kind kind, Position position, List<String> picks) {

    /** How a commit's place was found. */
    public enum Kind {
        ON_MAIN,
        FORK_POINT,
        /** No ancestor on main is known. */
        OFF_MAIN,
        /** No event has listed the commit. */
        SHA_UNKNOWN
    }
}

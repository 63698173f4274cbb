package dev.streamgauge.processors.landings;

/**
 * Where a deployed commit belongs on main.
 *
 * @param kind how it was found
 * @param position the place; null if there is none
 */
public record Fork(Kind kind, Position position) {

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

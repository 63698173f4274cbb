package dev.streamgauge.processors.staircase;

import dev.streamgauge.processors.landings.Position;

/**
 * A part of main.
 *
 * @param after begins just after it; null: at the beginning
 * @param upTo ends with it; null: at the end of main
 */
public record Range(Position after, Position upTo) {

    /** All of main. */
    public static final Range ALL = new Range(null, null);

    /** What of it lies after a position; null: nothing. */
    public Range after(Position start) {
        if (upTo != null && upTo.compareTo(start) <= 0) {
            return null;
        }
        return after != null && after.compareTo(start) >= 0 ? this : new Range(start, upTo);
    }

    /** What of it lies at or before a position; null: nothing. */
    public Range upTo(Position end) {
        if (after != null && after.compareTo(end) >= 0) {
            return null;
        }
        return upTo != null && upTo.compareTo(end) <= 0 ? this : new Range(after, end);
    }
}

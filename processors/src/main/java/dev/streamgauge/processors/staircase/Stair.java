package dev.streamgauge.processors.staircase;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;

/** Something that reaches a place on main at some time. Ordered by that time, then by name. */
public interface Stair {

    /** When, epoch milliseconds. */
    long at();

    /** Its place on main; null: none, and it reaches nothing. */
    Position position();

    /** Appends its order to a key, so that keys sort as it does. */
    Key appendTo(Key prefix);
}

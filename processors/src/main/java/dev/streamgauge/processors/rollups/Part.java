package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowSums;

/**
 * What revised windows of repositories add to a row of a roll-up, or take off it.
 *
 * @param sums under the key of the row
 */
public record Part(Sender sender, long number, WindowSums sums) {

    /**
     * Who counts its parts from 1 on, without an end.
     *
     * @param partition of the events
     * @param state the name of the state that the windows are kept in: another one begins to count anew
     */
    public record Sender(int partition, String state) {}

    /** Whose roll-up it is for. */
    public Group group() {
        return new Group(sums.key().scope(), sums.key().name());
    }
}

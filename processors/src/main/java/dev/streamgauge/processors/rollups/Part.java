package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowSums;
import java.util.List;

/**
 * What revised windows of repositories add to rows of a roll-up, or take off them.
 *
 * @param sums under the keys of the rows
 */
public record Part(Sender sender, long number, Group group, List<WindowSums> sums) {

    /**
     * Who counts its parts from 1 on, without an end.
     *
     * @param partition of the events
     * @param state the name of the state that the windows are kept in: another one begins to count anew
     */
    public record Sender(int partition, String state) {}
}

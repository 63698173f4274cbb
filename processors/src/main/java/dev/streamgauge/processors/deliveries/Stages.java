package dev.streamgauge.processors.deliveries;

import java.util.List;

/**
 * Where the time of a delivered change went: the lengths sum to its change lead time.
 *
 * @param lengthsMs per stage, in the order of the flow, milliseconds
 * @param occurred per stage
 * @param mergeQueueMs of merge, the time in a merge queue; null: none
 * @param approvalWaitMs of deploy wait, the time at an approval; null: none
 */
public record Stages(List<Long> lengthsMs, List<Boolean> occurred, Long mergeQueueMs, Long approvalWaitMs) {

    public long lengthMs(Stage stage) {
        return lengthsMs.get(stage.place());
    }

    public boolean occurred(Stage stage) {
        return occurred.get(stage.place());
    }

    /** The sum of the lengths, milliseconds. */
    public long totalMs() {
        return lengthsMs.stream().mapToLong(Long::longValue).sum();
    }
}

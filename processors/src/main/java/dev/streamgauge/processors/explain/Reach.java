package dev.streamgauge.processors.explain;

import dev.streamgauge.facts.v1.Delivery;
import java.util.List;

/**
 * How a change stands in a lane.
 *
 * @param change its id
 * @param status as in the public record, or none: there is no record
 * @param record the public record; null: none
 * @param stages in the order of the flow; empty: none
 */
public record Reach(
        String change,
        String service,
        String environment,
        String status,
        Reason reason,
        Delivery record,
        List<StageLength> stages) {

    /** The status of a change that has no record in a lane. */
    public static final String NONE = "none";
}

package dev.streamgauge.processors.queues;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.integration.GreenLine;

/** Hears of all that decides who waits. By itself it takes no notice. */
public interface QueueKeeper {

    /** For those who look at the past: nobody waits there. */
    QueueKeeper NOBODY = new QueueKeeper() {};

    /** Learns from a snapshot of a build or a job that its fact has taken in. */
    default void apply(BuildChanged event) {}

    /**
     * Learns from a snapshot of a deploy.
     *
     * @param deploy the attempt, as all of its snapshots say together
     */
    default void apply(DeployChanged event, Deploy deploy) {}

    /** Learns from a request's snapshot. */
    default void apply(ReviewChanged event) {}

    /** Learns from a change that was revised. */
    default void changeRevised(Change before, Change after) {}

    /** Learns from a delivery that was revised; either may be null. */
    default void deliveryRevised(Delivery before, Delivery after) {}

    /** Learns that a part of main was green at another moment. */
    default void greenMoved(GreenLine.Move move) {}

    /** Decides anew what the last event concerned. */
    default void settle(String repository) {}
}

package dev.streamgauge.connectors.connect.polling;

import java.time.Instant;

/** What came of a turn of the wheel. */
public sealed interface Outcome {

    /**
     * A step was done.
     *
     * @param before from where to go on while not all of the step's events are written
     */
    record Done(StreamId stream, Cursor before, Step step) implements Outcome {}

    /**
     * There is nothing to do before a time.
     *
     * @param limited whether it is the budget of calls that is waited for
     */
    record Idle(Instant until, boolean limited) implements Outcome {}
}

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
     * The provider does not give us this stream. It will be asked again, much later.
     *
     * @param message for people, one line
     */
    record Refused(StreamId stream, String message) implements Outcome {}

    /**
     * There is nothing to do before a time.
     *
     * @param limited whether it is the budget of calls that is waited for
     */
    record Idle(Instant until, boolean limited) implements Outcome {}
}

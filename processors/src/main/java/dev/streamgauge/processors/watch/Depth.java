package dev.streamgauge.processors.watch;

/** A queue that can be looked at. */
interface Depth {

    /**
     * The queue as it is.
     *
     * @param now the wall clock, epoch milliseconds; never less than before
     */
    Depths at(long now);
}

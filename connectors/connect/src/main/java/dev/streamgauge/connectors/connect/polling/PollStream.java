package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;

/**
 * One kind of thing of one repository, asked for again and again: its pull requests, say. It is at most one thread's. If a step fails, the same step is done
 * again by the next call, so that nothing is skipped.
 */
public interface PollStream {

    /** Which stream it is, in offsets, logs and metrics. */
    StreamId id();

    /** Goes on from here. Called before the first step, if there is something to go on from. */
    void resume(Cursor cursor);

    /** Which part of the first pass is done, 0 to 1, as far as one can know. */
    default double progress() {
        return 0;
    }

    /** Does a few calls' worth of work. */
    Step step() throws ApiException, InterruptedException;
}

package dev.streamgauge.connectors.alerting.http;

import java.io.IOException;

/** Calls receivers. */
@FunctionalInterface
public interface Caller {

    /**
     * Calls, and waits for the answer, whatever it is. A redirect is an answer, and not followed.
     *
     * @throws IOException if there is none; the message says why, without secrets
     * @throws InterruptedException if the thread is to end
     */
    Reply call(Call call) throws IOException, InterruptedException;
}

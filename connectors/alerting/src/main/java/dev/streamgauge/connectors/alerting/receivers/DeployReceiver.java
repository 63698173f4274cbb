package dev.streamgauge.connectors.alerting.receivers;

import dev.streamgauge.facts.v1.Deploy;
import java.time.Instant;

/** Somebody who wants to hear of deploys. Asked by one thread. */
public interface DeployReceiver {

    /**
     * Tells it of one that has finished, and waits for the answer, not longer than its timeout.
     *
     * @throws InterruptedException if the thread is to end; the receiver may have been told
     */
    Outcome tell(Deploy deploy, Instant now) throws InterruptedException;
}

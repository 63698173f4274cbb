package dev.streamgauge.connectors.alerting.delivery;

import dev.streamgauge.connectors.alerting.receivers.DeployReceiver;
import dev.streamgauge.connectors.alerting.receivers.Outcome;
import dev.streamgauge.facts.v1.Deploy;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one receiver of deploys, and operators of what becomes of it. For one thread. */
public final class DeployTeller {

    private static final Logger LOG = LoggerFactory.getLogger(DeployTeller.class);

    private final String name;
    private final DeployReceiver receiver;
    private final InstantSource clock;
    private final Events events;
    private String complaint = "";

    /** @param name the receiver's */
    public DeployTeller(String name, DeployReceiver receiver, InstantSource clock, Events events) {
        this.name = name;
        this.receiver = receiver;
        this.clock = clock;
        this.events = events;
    }

    /** The receiver's. */
    public String name() {
        return name;
    }

    /** Tells, and waits for the answer. */
    public Outcome tell(Deploy deploy) throws InterruptedException {
        Outcome outcome = receiver.tell(deploy, clock.instant());
        if (outcome instanceof Outcome.Later later) {
            complain(later.why());
            events.later();
        } else if (outcome instanceof Outcome.Refused why) {
            LOG.error("The receiver {} refuses the deploy {}: {}", name, deploy.getDeployId(), why.why());
            events.refused(why.reason());
        } else {
            complaint = "";
            events.accepted(1);
        }
        return outcome;
    }

    private void complain(String why) {
        if (!why.equals(complaint)) {
            LOG.warn("The receiver {} does not take deploys now, it is tried again until it does: {}", name, why);
            complaint = why;
        }
    }
}

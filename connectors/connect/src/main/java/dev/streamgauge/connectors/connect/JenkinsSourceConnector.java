package dev.streamgauge.connectors.connect;

import dev.streamgauge.connectors.connect.shell.Flavour;
import dev.streamgauge.connectors.connect.shell.PollingConnector;

/** Polls Jenkins's API. */
public final class JenkinsSourceConnector extends PollingConnector {

    public JenkinsSourceConnector() {
        super(Flavour.JENKINS);
    }
}

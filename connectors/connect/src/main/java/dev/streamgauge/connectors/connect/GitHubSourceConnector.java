package dev.streamgauge.connectors.connect;

import dev.streamgauge.connectors.connect.shell.Flavour;
import dev.streamgauge.connectors.connect.shell.PollingConnector;

/** Polls GitHub's API. */
public final class GitHubSourceConnector extends PollingConnector {

    public GitHubSourceConnector() {
        super(Flavour.GITHUB);
    }
}

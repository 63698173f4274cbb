package dev.streamgauge.connectors.connect;

import dev.streamgauge.connectors.connect.shell.Flavour;
import dev.streamgauge.connectors.connect.shell.PollingConnector;

/** Polls GitLab's API. */
public final class GitLabSourceConnector extends PollingConnector {

    public GitLabSourceConnector() {
        super(Flavour.GITLAB);
    }
}

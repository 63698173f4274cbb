package dev.streamgauge.processors.failures;

import java.util.Locale;

/** How it is known that a deployment failed, the strongest first. */
public enum Evidence {
    INCIDENT_DEPLOY,
    INCIDENT_SHA,
    INCIDENT_SERVICE,
    ROLLBACK,
    REVERT,
    HOTFIX,
    WINDOW;

    /** Its name in public records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

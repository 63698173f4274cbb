package dev.streamgauge.processors.failures;

import java.util.Locale;

/** What a successful deploy was for its lane (docs/metrics.md, section 5). */
public enum Kind {
    RELEASE,
    /** Of a new commit that is older on main than what ran before. */
    OUT_OF_LINE,
    /** Of a commit that ran before: forward again. */
    REDEPLOY,
    /** Of a commit that ran before: back. */
    ROLLBACK,
    /** Of the commit that ran: no deployment. */
    RESYNC;

    /** Whether it changed what runs. */
    public boolean isDeployment() {
        return this != RESYNC;
    }

    /** Whether it brought a commit that had never run. */
    public boolean isNew() {
        return this == RELEASE || this == OUT_OF_LINE;
    }

    /** Its name in public records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.streamgauge.processors.deliveries;

import java.util.Locale;

/** The stages of a change, in the order of the flow (docs/metrics.md, section 2). */
public enum Stage {
    CODING(0),
    PICKUP(1),
    REVIEW(2),
    MERGE(3),
    INTEGRATION(4),
    DEPLOY_WAIT(5),
    DEPLOY_RUN(6);

    private final int place;

    Stage(int place) {
        this.place = place;
    }

    /** Its place in the flow, from 0. */
    public int place() {
        return place;
    }

    /** Its name in public records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

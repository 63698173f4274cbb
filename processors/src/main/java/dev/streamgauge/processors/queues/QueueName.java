package dev.streamgauge.processors.queues;

import java.time.Duration;
import java.util.Locale;

/** The queues of a repository (docs/alerting.md, section 1). */
public enum QueueName {
    REVIEW_PICKUP(Duration.ofDays(90)),
    REVIEW_DECISION(Duration.ofDays(90)),
    MERGE(Duration.ofDays(90)),
    CI(Duration.ofDays(2)),
    CI_APPROVAL(Duration.ofDays(2)),
    DEPLOY_APPROVAL(Duration.ofDays(14)),
    INTEGRATION(Duration.ofDays(90)),
    DEPLOY(Duration.ofDays(90));

    /** The label that stands for all. */
    public static final String ALL = "*";

    private final Duration expiresAfter;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '.');

    QueueName(Duration expiresAfter) {
        this.expiresAfter = expiresAfter;
    }

    /** Its name in public records and settings. */
    public String label() {
        return label;
    }

    /** After how long without news an item is given up, unless configured. */
    public Duration expiresAfter() {
        return expiresAfter;
    }
}

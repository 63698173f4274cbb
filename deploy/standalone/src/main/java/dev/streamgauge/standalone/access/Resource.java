package dev.streamgauge.standalone.access;

import java.util.Locale;

/** What rights are given on, by Kafka's names. */
public enum Resource {
    TOPIC,
    GROUP,
    TRANSACTIONAL_ID;

    /** As in the options of {@code kafka-acls.sh}: {@code transactional-id}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.streamgauge.standalone.access;

import java.util.Locale;

/** Which names a right is for, by Kafka's names. */
public enum Pattern {
    /** This name. */
    LITERAL,
    /** All names that begin so. */
    PREFIXED;

    /** As in the options of {@code kafka-acls.sh}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

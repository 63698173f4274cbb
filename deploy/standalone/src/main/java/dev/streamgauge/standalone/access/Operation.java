package dev.streamgauge.standalone.access;

import java.util.Locale;
import java.util.Set;

/** What somebody may do, by Kafka's names. */
public enum Operation {
    READ,
    WRITE,
    CREATE,
    DESCRIBE,
    DESCRIBE_CONFIGS,
    ALTER_CONFIGS;

    private static final Set<Operation> DESCRIBING = Set.of(READ, WRITE);

    /** Whether Kafka allows the other with this one. */
    public boolean implies(Operation other) {
        return this == other
                || (other == DESCRIBE && DESCRIBING.contains(this))
                || (other == DESCRIBE_CONFIGS && this == ALTER_CONFIGS);
    }

    /** As {@code kafka-acls.sh} calls it: {@code DescribeConfigs}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (String word : name().split("_", -1)) {
            label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return label.toString();
    }
}

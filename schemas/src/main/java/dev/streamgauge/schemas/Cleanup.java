package dev.streamgauge.schemas;

/** How Kafka makes room in a topic. */
public enum Cleanup {
    /** Old records are deleted after the retention. */
    DELETE("delete"),
    /** The last record of each key is kept for ever. */
    COMPACT("compact");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** The value of Kafka's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }
}

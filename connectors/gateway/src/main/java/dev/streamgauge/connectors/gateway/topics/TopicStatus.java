package dev.streamgauge.connectors.gateway.topics;

import dev.streamgauge.operators.KafkaTrouble;

/**
 * How the reading of a topic is going, in words for those who operate it.
 *
 * @param source its name
 * @param state what it does now, or the kind of trouble that it is in; nothing of what anybody wrote
 */
public record TopicStatus(String source, String topic, String state) {

    static final String BEGINS = "begins";

    @Override
    public String toString() {
        return "source %s, topic %s: %s".formatted(source, topic, state);
    }

    static String reads(int partitions) {
        return partitions == 0
                ? "waits for partitions: another gateway has them, or the topic or its cluster is not there"
                : "reads %d partition%s".formatted(partitions, partitions == 1 ? "" : "s");
    }

    static String inTrouble(Throwable trouble) {
        return "cannot be read now, it is tried again: "
                + (KafkaTrouble.isRefusal(trouble)
                        ? KafkaTrouble.of(trouble)
                        : trouble.getClass().getSimpleName() + ", see the log");
    }
}

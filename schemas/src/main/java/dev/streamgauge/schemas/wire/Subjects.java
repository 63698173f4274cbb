package dev.streamgauge.schemas.wire;

/** The registry's subjects: one per topic and side (Confluent's topic name strategy). */
public final class Subjects {

    private Subjects() {}

    /** The subject of a topic's keys or values. */
    public static String of(String topic, boolean key) {
        return topic + (key ? "-key" : "-value");
    }
}

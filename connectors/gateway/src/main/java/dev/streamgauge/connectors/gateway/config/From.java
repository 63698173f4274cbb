package dev.streamgauge.connectors.gateway.config;

/** Where a topic is begun by a group that has not read it before. */
public enum From {
    /** With the oldest record that is still there. */
    EARLIEST,
    /** With what is written from now on. */
    LATEST
}

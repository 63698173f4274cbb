package dev.streamgauge.standalone.explain;

/** Where events are. */
@FunctionalInterface
public interface EventSource {

    /**
     * Hands everything that may be of the reading's repository to it.
     *
     * @throws dev.streamgauge.standalone.StandaloneException if something cannot be read
     */
    void read(Reading reading);
}

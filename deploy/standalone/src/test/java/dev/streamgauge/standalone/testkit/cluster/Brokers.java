package dev.streamgauge.standalone.testkit.cluster;

/** Brokers that can be killed and started again. */
public interface Brokers extends AutoCloseable {

    /** Where clients begin. */
    String bootstrapServers();

    /** One of them, from 1. */
    OwnProcess node(int id);

    /** Waits until all of them are there. */
    void awaitAll();

    @Override
    void close();
}

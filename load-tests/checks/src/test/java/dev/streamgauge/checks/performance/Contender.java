package dev.streamgauge.checks.performance;

import java.io.IOException;

/**
 * Somebody who processes all events of the same topics.
 *
 * @param group that commits how far it is, or what the names of its groups begin with
 */
record Contender(String name, String group, Start start) {

    /** How it begins: at the first event, and with nothing in its memory. */
    @FunctionalInterface
    interface Start {
        Running begin(String group) throws Exception;
    }

    /** A contender at work, in a process of its own. */
    interface Running extends AutoCloseable {

        long pid();

        /** Throws if it has ended by itself. */
        void requireAlive();

        @Override
        void close() throws IOException;
    }
}

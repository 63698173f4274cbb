package dev.streamgauge.checks.performance;

import java.util.function.Supplier;

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

    /**
     * A contender at work, in a process of its own.
     *
     * @param says its last words
     */
    record Running(String name, ProcessHandle process, Supplier<String> says) implements AutoCloseable {

        /** Throws if it has ended by itself. */
        void requireAlive() {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " has ended: " + says.get());
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}

package dev.streamgauge.checks.performance;

import dev.streamgauge.schemas.Topic;
import java.util.List;
import java.util.function.Supplier;

/**
 * Somebody who processes events.
 *
 * @param name short, and a part of the names of what is its own
 * @param does what it does with them, for people
 * @param reads the topics of the events
 * @param verdict that holds what it has made against an oracle
 */
record Contender(String name, String does, List<? extends Topic<String, ?>> reads, Start start, Verdict verdict) {

    /** How it begins: at the first event, and with nothing in its memory. */
    @FunctionalInterface
    interface Start {
        Running begin(int round) throws Exception;
    }

    /** Answers how many results of so many events were compared. Throws if one of them is wrong: then its rate says nothing. */
    @FunctionalInterface
    interface Verdict {
        long compared(int round, long events) throws Exception;
    }

    /**
     * A contender at work, in a process of its own.
     *
     * @param group that commits how far it is
     * @param output the topic whose growth tells better how far it is; null: none does
     * @param says its last words
     */
    record Running(String group, String output, ProcessHandle process, Supplier<String> says) implements AutoCloseable {

        Running(String group, ProcessHandle process, Supplier<String> says) {
            this(group, null, process, says);
        }

        Running seenBy(String topic) {
            return new Running(group, topic, process, says);
        }

        /** Throws if it has ended by itself. */
        void requireAlive() {
            if (!process.isAlive()) {
                throw new IllegalStateException(group + " has ended: " + says.get());
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}

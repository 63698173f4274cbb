package dev.streamgauge.standalone.broker;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.apache.kafka.common.utils.Exit;

/**
 * Takes the JVM's life out of Kafka's hands. On a fatal fault Kafka halts the process at once, without a word to the user; here it
 * tells the brokers of this JVM instead.
 */
final class FatalFaults {

    private static final Set<Runnable> LISTENERS = new CopyOnWriteArraySet<>();

    static {
        Exit.setHaltProcedure((status, message) -> LISTENERS.forEach(Runnable::run));
        Exit.setExitProcedure((status, message) -> LISTENERS.forEach(Runnable::run));
    }

    private FatalFaults() {}

    static void listen(Runnable listener) {
        LISTENERS.add(listener);
    }

    static void forget(Runnable listener) {
        LISTENERS.remove(listener);
    }
}

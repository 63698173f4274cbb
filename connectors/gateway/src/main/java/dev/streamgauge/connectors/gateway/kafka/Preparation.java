package dev.streamgauge.connectors.gateway.kafka;

import dev.streamgauge.operators.KafkaTrouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries in the background until it succeeds once. Tells of a trouble once, not with every attempt. */
final class Preparation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final long PAUSE_MS = 500;

    private final Runnable task;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread daemon = new Thread(run, "gateway-preparation");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile boolean done;
    private volatile String told = "it has not answered yet";

    Preparation(Runnable task) {
        this.task = task;
        var unused = thread.scheduleWithFixedDelay(this::attempt, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    boolean isDone() {
        return done;
    }

    /** What went wrong last; only while it is not done. */
    String trouble() {
        return told;
    }

    private void attempt() {
        try {
            task.run();
            done = true;
            thread.shutdown();
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    private void tell(RuntimeException trouble) {
        String message = KafkaTrouble.of(trouble);
        if (!thread.isShutdown() && !message.equals(told)) {
            told = message;
            LOG.warn("Not ready yet, senders are told to come again: {}", message);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

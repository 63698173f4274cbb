package dev.streamgauge.standalone.cli;

import dev.streamgauge.standalone.Logs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what a command opened, in the reverse order, exactly once: at the end of the command, or when Ctrl-C or a kill ends it.
 *
 * <pre>{@code
 * try (CleanStop stop = new CleanStop()) {
 *     Platform platform = stop.open(() -> Platform.start(config));
 *     ...
 * }
 * }</pre>
 */
public final class CleanStop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CleanStop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static volatile boolean interrupted;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Thread hook = new Thread(this::interrupt, "clean-stop");

    public CleanStop() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the user or the system is ending this process: what fails from then on fails for that reason. */
    public static boolean isInterrupted() {
        return interrupted;
    }

    /**
     * Opens something and remembers to close it. A stop that comes meanwhile waits until it is open, so that nothing is left half
     * open.
     */
    public <T extends AutoCloseable> T open(Supplier<T> opener) {
        lock.lock();
        try {
            if (interrupted) {
                throw new IllegalStateException("Stopping");
            }
            T resource = opener.get();
            opened.push(resource);
            return resource;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closeAll();
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void interrupt() {
        interrupted = true;
        closeAll();
        Logs.finish(false);
    }

    private void closeAll() {
        if (!acquire()) {
            return;
        }
        try {
            while (!opened.isEmpty()) {
                close(opened.pop());
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean acquire() {
        try {
            return lock.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lock.tryLock();
        }
    }

    // One that does not close must not keep the others open.
    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) { // AutoCloseable declares no narrower one.
            LOG.warn("Cannot close {}", resource, e);
        }
    }
}

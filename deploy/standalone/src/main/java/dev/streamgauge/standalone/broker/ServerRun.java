package dev.streamgauge.standalone.broker;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kafka.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of Kafka's server, with an end to every wait. */
final class ServerRun {

    private static final Logger LOG = LoggerFactory.getLogger(ServerRun.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration FAULT_GRACE = Duration.ofSeconds(5);

    private enum Phase {
        STARTING,
        RUNNING,
        FAILED,
        STOPPED
    }

    private final Server server;
    private final Consumer<String> onFatal;
    private final Runnable faultListener = this::fault;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    ServerRun(Server server, Consumer<String> onFatal) {
        this.server = server;
        this.onFatal = onFatal;
    }

    /**
     * Starts, and waits until clients can connect. If it fails, nothing keeps running.
     *
     * @throws StartFailure with Kafka's own exception as its cause
     */
    void start() throws StartFailure {
        FatalFaults.listen(faultListener);
        daemon("broker-start", this::startup);
        try {
            started.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            phase.compareAndSet(Phase.STARTING, Phase.RUNNING);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (TimeoutException e) {
            throw failed(new TimeoutException("not ready after " + START_LIMIT.toSeconds() + " s"));
        } catch (InterruptedException e) {
            StartFailure failure = failed(e);
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** Stops all of the server's threads, and gives up on those that do not stop in time. Does nothing the second time. */
    void stop() {
        if (phase.getAndSet(Phase.STOPPED) == Phase.STOPPED) {
            return;
        }
        join(daemon("broker-stop", this::shutdown));
        FatalFaults.forget(faultListener);
    }

    private void startup() {
        try {
            server.startup();
            started.complete(null);
        } catch (Throwable e) { // Anything at all must reach the waiting thread.
            started.completeExceptionally(e);
        }
    }

    private void shutdown() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            LOG.warn("The broker did not stop cleanly; the next start repairs its logs", e);
        }
    }

    private StartFailure failed(Throwable cause) {
        stop();
        return new StartFailure(cause);
    }

    // Kafka's threads go on after the report, so a fault may come several times. During the start, the exception behind
    // it
    // follows at once and says more, unless the fault is another thread's.
    private void fault() {
        CompletableFuture.delayedExecutor(FAULT_GRACE.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> started.completeExceptionally(new IllegalStateException("fatal fault")));
        if (phase.compareAndSet(Phase.RUNNING, Phase.FAILED)) {
            onFatal.accept("The embedded broker failed and cannot go on; its log says why");
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    // An interrupt must not leave the broker half closed, so it only takes effect afterwards.
    private static void join(Thread thread) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (thread.isAlive() && System.nanoTime() < deadline) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (thread.isAlive()) {
            LOG.warn("The broker did not stop within {} s", STOP_LIMIT.toSeconds());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.streamgauge.processors.app;

import dev.streamgauge.operators.KafkaTrouble;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a failed stream thread a few times, then stops: what fails again and again will not heal by itself. A disk that takes no
 * more stops it at once. A registry that does not answer is waited for without end, because nothing is lost meanwhile.
 * Whom the brokers refuse stops at once, too.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
    private static final int REPLACEMENTS = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** Longer than a thread needs to find out again. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Consumer<String> stopped;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong waited = new AtomicLong();
    private volatile Awaited awaited;

    /** What did not answer. */
    private record Awaited(String what, Instant at) {}

    FailurePolicy(Clock clock, Consumer<String> stopped) {
        this.clock = clock;
        this.stopped = stopped;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Throwable cause = root(failure);
        if (cause instanceof RetriableException) {
            LOG.warn("A stream thread is replaced: {}", cause.getMessage());
            waited.incrementAndGet();
            awaited = new Awaited(cause.getMessage(), clock.instant());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (KafkaTrouble.isRefusal(failure)) {
            return stop("Kafka refuses the processors, and they stop: " + KafkaTrouble.of(failure));
        }
        if (isOfTheDisk(failure, cause)) {
            return stop(
                    "The processors cannot keep their state and stop: %s. Is there room on the disk of processors.state.dir, and may they write there?"
                            .formatted(cause.getMessage()));
        }
        return replaceAFewTimes(failure, cause);
    }

    private StreamThreadExceptionResponse replaceAFewTimes(Throwable failure, Throwable cause) {
        LOG.error("A stream thread failed", failure);
        failed.incrementAndGet();
        failures.addLast(clock.instant());
        while (failures.getFirst().isBefore(clock.instant().minus(WITHIN))) {
            failures.removeFirst();
        }
        if (failures.size() <= REPLACEMENTS) {
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        return stop("The processors failed %d times within %d minutes and stop: %s: %s"
                .formatted(failures.size(), WITHIN.toMinutes(), cause.getClass().getSimpleName(), cause.getMessage()));
    }

    private StreamThreadExceptionResponse stop(String reason) {
        stopped.accept(reason);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Another thread would find the same; files that are missing or damaged are deleted and read again instead. */
    private static boolean isOfTheDisk(Throwable failure, Throwable cause) {
        String words = Objects.toString(cause.getMessage(), "");
        return failure instanceof ProcessorStateException
                && (cause instanceof IOException || (cause instanceof RocksDBException && words.contains("IO error")))
                && !words.contains("No such file");
    }

    /** What did not answer a thread a moment ago; empty: all goes on. */
    Optional<String> waiting() {
        Awaited last = awaited;
        boolean recent = last != null && last.at().isAfter(clock.instant().minus(MOMENT));
        return recent ? Optional.of("a thread waits: " + last.what()) : Optional.empty();
    }

    /** How many threads were replaced because something did not answer. */
    long waited() {
        return waited.get();
    }

    /** How many threads failed otherwise. */
    long failed() {
        return failed.get();
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof RetriableException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}

package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What pollers count, and say in the log. Safe for many threads. */
public final class PollingMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(PollingMetrics.class);

    private final AtomicLong events = new AtomicLong();
    private final AtomicLong unmappable = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();
    private final AtomicLong redelivered = new AtomicLong();
    private final AtomicLong waits = new AtomicLong();
    private final AtomicReference<Instant> waitingUntil = new AtomicReference<>(Instant.EPOCH);

    void told(int count) {
        events.addAndGet(count);
    }

    /** Something could not be understood. */
    public void unmappable(StreamId stream, String message) {
        unmappable.incrementAndGet();
        LOG.warn("{}: passed over something that cannot be mapped: {}", stream, message);
    }

    /** A webhook was asked to deliver again. */
    public void redelivered(StreamId stream, String delivery) {
        redelivered.incrementAndGet();
        LOG.info("{}: asked for delivery {} again, which had failed", stream, delivery);
    }

    void failed(StreamId stream, ApiException.Unavailable failure, Duration pause) {
        failures.incrementAndGet();
        LOG.warn("{}: {}. Trying again in {} s", stream, failure.getMessage(), pause.toSeconds());
    }

    void refused(StreamId stream, ApiException.Refused refusal, Duration pause) {
        refusals.incrementAndGet();
        LOG.warn("{}: {}. Asking again in {} minutes", stream, refusal.getMessage(), pause.toMinutes());
    }

    /** Each wait is counted and logged once, however many streams run into it. */
    void limited(ApiException.Limited limit) {
        Instant before = waitingUntil.getAndAccumulate(limit.until(), (a, b) -> a.isAfter(b) ? a : b);
        if (limit.until().isAfter(before)) {
            waits.incrementAndGet();
            LOG.warn("{}. Nothing is lost: polling goes on at {}", limit.getMessage(), limit.until());
        }
    }

    /** When the budget of calls lets polling go on; in the past: it does. */
    public Instant waitingUntil() {
        return waitingUntil.get();
    }

    /** All counters by their names, in a stable order. */
    public Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        counters.put("events-total", events.get());
        counters.put("failed-calls-total", failures.get());
        counters.put("rate-limit-waits-total", waits.get());
        counters.put("redelivered-total", redelivered.get());
        counters.put("refused-calls-total", refusals.get());
        counters.put("unmappable-total", unmappable.get());
        return counters;
    }
}

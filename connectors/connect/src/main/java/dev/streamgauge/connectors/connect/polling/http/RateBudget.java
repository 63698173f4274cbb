package dev.streamgauge.connectors.connect.polling.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many calls are left with one set of credentials. All tasks of a process that use the same credentials share it. Safe for many threads. */
public final class RateBudget {

    private static final ConcurrentMap<String, RateBudget> SHARED = new ConcurrentHashMap<>();
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int LONGEST_DOUBLING = 5;

    private final int reserve;
    private State state = new State(null, null, null, null);
    private int unexplained;

    /**
     * What is known of a budget. All null: the provider has not said yet, or never says.
     *
     * @param limit calls per period
     * @param remaining calls until {@code reset}
     * @param blockedUntil when calls are made again; null: now
     */
    public record State(Long limit, Long remaining, Instant reset, Instant blockedUntil) {}

    public RateBudget(int reserve) {
        this.reserve = reserve;
    }

    /** The budget of a key (an address with its credentials' hash) in this process. */
    static RateBudget shared(String key, int reserve) {
        return SHARED.computeIfAbsent(key, unknown -> new RateBudget(reserve));
    }

    public synchronized State state() {
        return state;
    }

    /** Passes if a call may be made now. */
    synchronized void require(Instant now) throws ApiException.Limited {
        Instant until = state.blockedUntil();
        if (until != null && now.isBefore(until)) {
            throw new ApiException.Limited("The budget of API calls is spent until " + until, until);
        }
    }

    /** Learns from an answer that was given. Where less than the reserve is left, the next call waits for the reset. */
    synchronized void answered(RateHeaders headers, Instant now) {
        unexplained = 0;
        if (headers.remaining() == null) {
            state = new State(state.limit(), state.remaining(), state.reset(), null);
            return;
        }
        boolean spent = headers.remaining() <= reserveOf(headers.limit()) && headers.reset() != null;
        Instant until = spent && headers.reset().isAfter(now) ? headers.reset() : null;
        state = new State(headers.limit(), headers.remaining(), headers.reset(), until);
    }

    // A reserve that the whole limit does not exceed would never let a call pass.
    private long reserveOf(Long limit) {
        return limit == null || limit > reserve ? reserve : 0;
    }

    /** Learns from a refusal for too many calls; says until when to wait. */
    synchronized Instant refused(RateHeaders headers, Instant now) {
        Instant until = later(now, headers);
        Instant known = state.blockedUntil();
        Instant latest = known != null && known.isAfter(until) ? known : until;
        state = new State(headers.limit(), headers.remaining(), headers.reset(), latest);
        return latest;
    }

    private Instant later(Instant now, RateHeaders headers) {
        if (headers.retryAfter() != null) {
            return now.plus(headers.retryAfter());
        }
        boolean primary = headers.remaining() != null && headers.remaining() == 0;
        if (primary && headers.reset() != null && headers.reset().isAfter(now)) {
            return headers.reset();
        }
        int doublings = Math.min(unexplained++, LONGEST_DOUBLING);
        return now.plus(FIRST_WAIT.multipliedBy(1L << doublings));
    }
}

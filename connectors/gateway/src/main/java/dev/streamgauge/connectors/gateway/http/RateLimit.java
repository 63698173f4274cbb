package dev.streamgauge.connectors.gateway.http;

import java.util.function.LongSupplier;

/** So many a second, and ten seconds' worth at once: a bucket that fills by itself. */
final class RateLimit {

    private static final int BURST_SECONDS = 10;
    private static final double NANOS = 1e9;

    private final int perSecond;
    private final LongSupplier nanos;
    private double tokens;
    private long last;

    RateLimit(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.tokens = (double) perSecond * BURST_SECONDS;
        this.last = nanos.getAsLong();
    }

    synchronized boolean take() {
        long now = nanos.getAsLong();
        tokens = Math.min((double) perSecond * BURST_SECONDS, tokens + (now - last) / NANOS * perSecond);
        last = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}

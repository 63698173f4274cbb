package dev.streamgauge.connectors.gateway.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies may be in memory at once, of all requests together. */
final class MemoryBudget {

    private final long most;
    private final AtomicLong used = new AtomicLong();

    MemoryBudget(long most) {
        this.most = most;
    }

    boolean take(long bytes) {
        if (used.addAndGet(bytes) <= most) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        used.addAndGet(-bytes);
    }

    long used() {
        return used.get();
    }
}

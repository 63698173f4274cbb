package dev.streamgauge.connectors.connect.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved. */
public final class TestClock extends Clock {

    private volatile Instant now;

    public TestClock(String now) {
        this.now = Instant.parse(now);
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    public void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

package dev.streamgauge.connectors.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration TRIAL = Duration.ofSeconds(2);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Breaker breaker = new Breaker(3, Duration.ofMillis(200), nanos::get);

    @Test
    void shouldLetEverythingThroughUntilThreeFailInARow() {
        // Given
        breaker.failed();
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        breaker.failed();

        // Then
        assertThat(breaker.pass(TRIAL)).isTrue();
        assertThat(breaker.isOpen()).isFalse();
        breaker.failed();
        assertThat(breaker.pass(TRIAL)).isFalse();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void shouldLetOneTryAtATimeAfterAPause() {
        // Given
        open();

        // When
        after(200);

        // Then
        assertThat(breaker.pass(TRIAL)).isTrue();
        assertThat(breaker.pass(TRIAL)).isFalse();
        breaker.failed();
        after(199);
        assertThat(breaker.pass(TRIAL)).isFalse();
        after(1);
        assertThat(breaker.pass(TRIAL)).isTrue();
    }

    @Test
    void shouldCloseWithTheFirstSuccess() {
        // Given
        open();

        // When
        breaker.succeeded();

        // Then
        assertThat(breaker.pass(TRIAL)).isTrue();
        assertThat(breaker.pass(TRIAL)).isTrue();
    }

    @Test
    void shouldTryAgainIfATrialNeverReports() {
        // Given
        open();
        after(200);
        breaker.pass(TRIAL);

        // When
        after(2_000);

        // Then
        assertThat(breaker.pass(TRIAL)).isTrue();
    }

    private void open() {
        breaker.failed();
        breaker.failed();
        breaker.failed();
    }

    private void after(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}

package dev.streamgauge.connectors.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateLimit limit = new RateLimit(2, nanos::get);

    @Test
    void tenSecondsWorthMayComeAtOnce() {
        assertThat(taken(30)).isEqualTo(20);
    }

    @Test
    void afterThatSoManyASecond() {
        // Given
        taken(20);

        // When
        nanos.addAndGet(499_000_000);

        // Then
        assertThat(taken(1)).isZero();
        nanos.addAndGet(1_000_000);
        assertThat(taken(5)).isEqualTo(1);
        nanos.addAndGet(3_600_000_000_000L);
        assertThat(taken(100)).isEqualTo(20);
    }

    private long taken(int attempts) {
        return IntStream.range(0, attempts).filter(i -> limit.take()).count();
    }
}

package dev.streamgauge.processors.watch;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.forgetting.Memory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A source that nobody hears of any more is given up with all else of its repository. */
class GivenUpSourceTest {

    private static final String SILENT = """
            rules:
              - { name: Silent, kind: silent_source, threshold: 1h, scope: { source: git } }
            """;
    private static final Memory TWO_DAYS = new Memory(Duration.ofDays(2));

    private static WatchedShop silentSinceNine() {
        return WatchedShop.under("09:00", SILENT, TWO_DAYS)
                .heard(landed(commit("a")).at("09:00"));
    }

    @Test
    void shouldGoOnUpToTheEndOfMemory() {
        // Given
        WatchedShop shop = silentSinceNine();

        // When
        shop.until("2026-03-04T09:00:00Z");

        // Then
        assertThat(shop.alerts()).containsExactly("firing Silent shop");
    }

    @Test
    void shouldEndBeyondMemory() {
        // Given
        WatchedShop shop = silentSinceNine().until("2026-03-04T09:00:00Z");
        shop.alerts();

        // When
        shop.until("2026-03-04T09:01:00Z");

        // Then
        assertThat(shop.alerts()).containsExactly("resolved Silent shop");
    }

    @Test
    void shouldNotBeginAgainAfterARestart() {
        // Given
        WatchedShop shop = silentSinceNine().until("2026-03-04T09:01:00Z");
        shop.alerts();

        // When
        shop.restarted().until("2026-03-04T11:00:00Z");

        // Then
        assertThat(shop.alerts()).isEmpty();
    }

    @Test
    void shouldAlertAgainOnceItWasHeardAgain() {
        // Given
        WatchedShop shop = silentSinceNine().until("2026-03-04T09:01:00Z");
        shop.alerts();

        // When
        shop.heard(landed(commit("b")).from("a").at("2026-03-04T09:01:00Z")).until("2026-03-04T10:02:00Z");

        // Then
        assertThat(shop.alerts()).containsExactly("firing Silent shop");
    }
}

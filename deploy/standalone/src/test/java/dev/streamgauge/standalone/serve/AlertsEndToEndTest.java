package dev.streamgauge.standalone.serve;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From an event to somebody's pocket: broker, processors, sink and two Alertmanagers, each of them real. */
class AlertsEndToEndTest extends LiveInstallation {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void anIdleQueueIsAlertedWithinTenSecondsStaysSoAndIsOverWhenItIsEmpty() throws Exception {
        // Given
        String shop = "github.com/acme/shop";
        Instant queued = Instant.now();
        builds.queue(shop, "17", queued); // Nothing else is told of from now on.

        // When
        eventually(SOON, "both members know", () -> bothKnow(shop, WAITS));
        Instant known = Instant.now();
        Instant endsBy = endsBy(shop);
        keepWatching(A_WHILE);
        boolean still = bothKnow(shop, WAITS) && endsBy(shop).isAfter(endsBy);
        Instant started = Instant.now();
        builds.start(shop, "17", queued);
        eventually(SOON, "both members know the end", () -> bothKnow(shop));
        eventually(SOON, "the end is notified", () -> notifications(shop).size() == 2);

        // Then
        assertThat(known).isBefore(startsAt(shop, WAITS).plus(FOR).plus(TEN_SECONDS));
        assertThat(startsAt(shop, WAITS)).isBefore(queued.plus(TEN_SECONDS));
        assertThat(still).isTrue();
        assertThat(resolvedAt(shop, WAITS)).isBetween(started, started.plus(EVALUATION));
        assertThat(notifications(shop)).containsExactly("firing", "resolved");
    }

    @Test
    void aRestartOfTheSinkNotifiesNobodyAgain() throws Exception {
        // Given
        String till = "github.com/acme/till";
        builds.queue(till, "18", Instant.now());
        eventually(SOON, "both members know", () -> bothKnow(till, WAITS));
        eventually(SOON, "it is notified", () -> !notifications(till).isEmpty());

        // When
        restartSink();
        keepWatching(A_WHILE);

        // Then
        assertThat(bothKnow(till, WAITS)).isTrue();
        assertThat(notifications(till)).containsExactly("firing");
    }

    @Test
    void rulesThatAreAppliedWhileItRunsTakeEffect() throws Exception {
        // Given
        String depot = "github.com/acme/depot";
        builds.queue(depot, "19", Instant.now());
        eventually(SOON, "both members know", () -> bothKnow(depot, WAITS));

        // When
        apply(RULES + """
                  - { name: DepotWaits, kind: depth, scope: { queue: ci, repository: %s }, threshold: 0, severity: page }
                """.formatted(depot));

        // Then
        eventually(SOON, "the new rule fires too", () -> bothKnow(depot, WAITS, "DepotWaits/page"));
    }
}

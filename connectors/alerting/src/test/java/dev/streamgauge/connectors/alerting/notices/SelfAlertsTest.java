package dev.streamgauge.connectors.alerting.notices;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import org.junit.jupiter.api.Test;

class SelfAlertsTest {

    private static final Alert PAGER_FAILS = new ReceiverFailed("pager").refused("HTTP 410", TEN);

    private final SelfAlerts known = new SelfAlerts();

    @Test
    void shouldEndWhatFiresOfAReceiverThatNobodyTells() {
        // Given
        known.put(firing());
        known.put(PAGER_FAILS);
        known.put(new ReceiverFailed("chat").refused("HTTP 401", TEN));

        // When
        var ends = known.ends("chat"::equals, TEN.plusSeconds(60));

        // Then
        assertThat(ends).singleElement().satisfies(end -> {
            assertThat(end.getFingerprint()).isEqualTo(PAGER_FAILS.getFingerprint());
            assertThat(end.getState()).isEqualTo("resolved");
            assertThat(end.getStartsAt()).isEqualTo(TEN);
            assertThat(end.getResolvedAt()).isEqualTo(TEN.plusSeconds(60));
            assertThat(end.getRevision()).isEqualTo(PAGER_FAILS.getRevision() + 1);
            assertThat(end.getSummary()).isEqualTo("The receiver pager is no longer in the settings");
        });
    }

    @Test
    void shouldForgetWhatHasBeenOverForAWeekAndNotAMomentEarlier() {
        // Given
        ReceiverFailed failed = new ReceiverFailed("pager");
        failed.learn(PAGER_FAILS);
        known.put(failed.accepted(TEN));

        // When
        var before = known.forgotten(TEN.plus(SelfAlerts.KEPT).minusMillis(1));
        var then = known.forgotten(TEN.plus(SelfAlerts.KEPT));

        // Then
        assertThat(before).isEmpty();
        assertThat(then).containsExactly(PAGER_FAILS.getFingerprint());
    }

    @Test
    void shouldNeverForgetWhatFires() {
        // Given
        known.put(PAGER_FAILS);

        // When
        var forgotten = known.forgotten(TEN.plus(SelfAlerts.KEPT.multipliedBy(10)));

        // Then
        assertThat(forgotten).isEmpty();
    }

    @Test
    void shouldLearnOfANewLifeThoughRevisionsBeginAnew() {
        // Given
        ReceiverFailed failed = new ReceiverFailed("pager");
        failed.learn(PAGER_FAILS);
        failed.learn(failed.accepted(TEN.plusSeconds(1)));

        // When
        failed.learn(new ReceiverFailed("pager").refused("HTTP 410", TEN.plusSeconds(2)));

        // Then
        assertThat(failed.fires()).isTrue();
    }
}

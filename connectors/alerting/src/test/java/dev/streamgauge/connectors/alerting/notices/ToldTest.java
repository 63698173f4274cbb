package dev.streamgauge.connectors.alerting.notices;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.resolved;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.severe;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.suppressed;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import org.junit.jupiter.api.Test;

class ToldTest {

    private final Told told = new Told(alert -> alert.getSeverity().equals("ticket"), false);

    @Test
    void shouldTellWhatFiresAndItsEndByOneKey() {
        // Given
        Alert fires = firing();

        // When
        Notice begin = told.due(fires).orElseThrow();
        Notice end = told.due(resolved(fires, TEN.plusSeconds(60))).orElseThrow();

        // Then
        assertThat(begin.over()).isFalse();
        assertThat(end.over()).isTrue();
        assertThat(end.episode()).isEqualTo(begin.episode());
        assertThat(end.version()).isNotEqualTo(begin.version());
    }

    @Test
    void shouldGiveAnotherEpisodeAnotherKey() {
        assertThat(told.due(firing("f1", TEN.plusSeconds(600))).orElseThrow().episode())
                .isNotEqualTo(told.due(firing()).orElseThrow().episode());
    }

    @Test
    void shouldTellNobodyOfWhatIsPendingPassedOrSuppressed() {
        assertThat(told.due(with(firing(), "pending"))).isEmpty();
        assertThat(told.due(with(firing(), "inactive"))).isEmpty();
        assertThat(told.due(suppressed(firing()))).isEmpty();
        assertThat(told.due(suppressed(resolved(firing(), TEN)))).isEmpty();
    }

    @Test
    void shouldHushWhoHasBeenToldAndCanBeHushed() {
        // Given
        Told pager = new Told(alert -> true, true);
        pager.passed(firing());
        told.passed(firing());

        // When
        Notice hush = pager.due(suppressed(firing())).orElseThrow();

        // Then
        assertThat(hush.hushed()).isTrue();
        assertThat(hush.over()).isFalse();
        assertThat(told.due(suppressed(firing()))).isEmpty();
        assertThat(new Told(alert -> true, true).due(suppressed(firing()))).isEmpty();
    }

    @Test
    void shouldNotTellOfAnEndWithoutAFire() {
        // Given
        Alert never = Alert.newBuilder(resolved(firing(), TEN)).setFiredAt(null).build();

        // Then
        assertThat(told.due(never)).isEmpty();
    }

    @Test
    void shouldTellWhoHasBeenToldOfTheEndEvenIfItIsSuppressedOrConcernsThemNoLonger() {
        // Given
        told.passed(firing());

        // Then
        assertThat(told.due(suppressed(resolved(firing(), TEN)))).isPresent();
        assertThat(told.due(resolved(severe(firing(), TEN), TEN))).isPresent();
        assertThat(told.due(severe(firing(), TEN))).isPresent();
    }

    @Test
    void shouldForgetAnEpisodeWithItsEnd() {
        // Given
        told.passed(firing());
        told.passed(resolved(firing(), TEN));

        // Then
        assertThat(told.due(suppressed(resolved(firing(), TEN)))).isEmpty();
        assertThat(told.due(severe(firing(), TEN))).isEmpty();
    }

    @Test
    void shouldTellANewReceiverOnlyOfWhatFires() {
        assertThat(told.firing(firing())).isPresent();
        assertThat(told.firing(resolved(firing(), TEN))).isEmpty();
    }
}

package dev.streamgauge.connectors.alerting.notices;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.resolved;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.severe;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.suppressed;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.watchdog;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Board board = new Board();
    private final Told told = new Told(alert -> true, false);

    private List<Notice> at(Instant now) {
        return board.current(told, now, QUARTER);
    }

    @Test
    void shouldRepeatWhatFiresForAsLongAsItDoes() {
        // Given
        board.put(firing());

        // Then
        assertThat(at(TEN.plus(Duration.ofDays(3)))).extracting(Notice::over).containsExactly(false);
    }

    @Test
    void shouldRepeatAnEndForAQuarterOfAnHour() {
        // Given
        board.put(resolved(firing(), TEN));

        // Then
        assertThat(at(TEN.plus(QUARTER).minusMillis(1)))
                .extracting(Notice::over)
                .containsExactly(true);
        assertThat(at(TEN.plus(QUARTER))).isEmpty();
        assertThat(board.alerts()).as("kept no longer than it is repeated").isEmpty();
    }

    @Test
    void shouldLetAWatchdogRunOutThatNobodyMakes() {
        // Given
        board.put(watchdog(TEN));

        // Then
        assertThat(at(TEN.plus(Board.WATCHDOG_LIFE).minusMillis(1))).hasSize(1);
        assertThat(at(TEN.plus(Board.WATCHDOG_LIFE))).isEmpty();
    }

    @Test
    void shouldEndAnAlertThatHasBecomeAnotherByItsSeverity() {
        // Given
        board.put(firing());
        board.put(severe(firing(), TEN.plusSeconds(30)));

        // When
        List<Notice> now = at(TEN.plusSeconds(60));

        // Then
        assertThat(now)
                .extracting(notice -> notice.alert().getSeverity(), Notice::over)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("page", false),
                        org.assertj.core.groups.Tuple.tuple("ticket", true));
        assertThat(now.get(1).endedAt()).isEqualTo(TEN.plusSeconds(30));
    }

    @Test
    void shouldRepeatNothingThatIsSuppressedOrGone() {
        // Given
        board.put(suppressed(firing()));
        board.put(firing("f2", TEN));
        board.remove("f2");

        // Then
        assertThat(at(TEN)).isEmpty();
    }
}

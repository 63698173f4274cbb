package dev.streamgauge.connectors.alerting.kafka;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.watchdog;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.config.Pace;
import dev.streamgauge.connectors.alerting.delivery.Backoff;
import dev.streamgauge.connectors.alerting.delivery.Events;
import dev.streamgauge.connectors.alerting.delivery.Teller;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.receivers.Outcome;
import dev.streamgauge.connectors.alerting.receivers.Receiver;
import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.connectors.alerting.testkit.FakeTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final String LETTERS = "streamgauge.alerts.dead-letters.v1";

    private final FakeTopics topics = new FakeTopics();
    private final List<String> refusals = new ArrayList<>();
    private final Answering receiver = new Answering();
    private Turns turns;

    /** Answers as it is told to. */
    private static final class Answering implements Receiver {

        private Outcome answer = Outcome.accepted();
        private int calls;

        @Override
        public int most() {
            return 1;
        }

        @Override
        public Outcome tell(List<Notice> notices, Instant now) {
            calls++;
            return answer;
        }
    }

    @BeforeEach
    void start() {
        Events counting = new Events() {
            @Override
            public void accepted(int notices) {}

            @Override
            public void later() {}

            @Override
            public void refused(String reason) {
                refusals.add(reason);
            }
        };
        Letters letters = new Letters(topics.config(), "streamgauge.", topics.producer());
        turns = new Turns(
                topics.consumer(),
                new Turns.Parts(
                        new Teller("hook", receiver, alert -> true, () -> TEN, counting),
                        new Backoff(
                                new Pace(
                                        Duration.ofSeconds(1),
                                        Duration.ofMillis(1),
                                        Duration.ofMillis(1),
                                        Duration.ofMillis(1)),
                                RandomGenerator.getDefault()),
                        new Reading(topics.config()),
                        new Complaints("hook", letters, () -> TEN)));
        topics.assign(turns.places(), 0L);
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    private void turnUntilCalled(int calls) {
        Eventually.eventually(Duration.ofSeconds(10), "it is told", () -> {
            try {
                turns.turn();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return receiver.calls >= calls;
        });
    }

    @Test
    void shouldKeepWhatIsNoAlertOnceThoughItIsReadAgainWithWhatIsNotTaken() {
        // Given
        receiver.answer = Outcome.later("HTTP 503");
        topics.addGarbage();
        topics.add(firing());
        topics.addGarbage();
        turnUntilCalled(3);
        receiver.answer = Outcome.accepted();

        // When
        turnUntilCalled(receiver.calls + 1);

        // Then
        assertThat(topics.written(LETTERS)).hasSize(2);
    }

    @Test
    void shouldKeepNoHeartbeatThatIsRefusedButCountItAndTellTheOthers() {
        // Given
        receiver.answer = new Outcome.Refused("http_410", "HTTP 410");
        topics.add(watchdog(TEN));
        topics.add(watchdog(TEN.plusSeconds(60)));

        // When
        turnUntilCalled(2);

        // Then
        assertThat(topics.written(LETTERS)).isEmpty();
        assertThat(refusals).containsExactly("http_410", "http_410");
        assertThat(topics.alerts()).extracting(Alert::getKind).containsExactly("receiver_failed");
    }
}

package dev.streamgauge.connectors.alerting.kafka;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.notices.ReceiverFailed;
import dev.streamgauge.connectors.alerting.notices.SelfAlerts;
import dev.streamgauge.connectors.alerting.testkit.FakeTopics;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private static final Alert GONE_FAILS = new ReceiverFailed("gone").refused("HTTP 410", TEN);
    private static final Alert HERE_FAILS = new ReceiverFailed("here").refused("HTTP 410", TEN);

    private final FakeTopics topics = new FakeTopics();
    private Instant now = TEN.plusSeconds(60);
    private Upkeep.Served served = receivers -> Set.of();
    private Upkeep upkeep;

    @BeforeEach
    void start() {
        upkeep = new Upkeep(
                topics.consumer(),
                new Upkeep.Parts(
                        new Reading(topics.config()),
                        new Letters(topics.config(), "streamgauge.", topics.producer()),
                        Set.of("here"),
                        receivers -> served.of(receivers),
                        () -> now));
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    @Test
    void shouldEndTheAlertAboutAReceiverThatIsNoLongerConfigured() {
        // Given
        topics.assign(upkeep.places(), null, firing(), GONE_FAILS, HERE_FAILS);

        // When
        upkeep.turn();

        // Then
        assertThat(topics.alerts()).singleElement().satisfies(end -> {
            assertThat(end.getFingerprint()).isEqualTo(GONE_FAILS.getFingerprint());
            assertThat(end.getState()).isEqualTo("resolved");
        });
        assertThat(topics.written("streamgauge.alerts.json.v1")).hasSize(1);
    }

    @Test
    void shouldEndItOnce() {
        // Given
        topics.assign(upkeep.places(), null, GONE_FAILS);
        upkeep.turn();
        now = now.plusSeconds(60);

        // When
        upkeep.turn();

        // Then
        assertThat(topics.alerts()).hasSize(1);
    }

    @Test
    void shouldNotEndAgainWhatWasEndedLongAgo() {
        // Given
        topics.assign(upkeep.places(), null, GONE_FAILS, resolved(GONE_FAILS, TEN.plusSeconds(1)));

        // When
        upkeep.turn();

        // Then
        assertThat(topics.alerts()).isEmpty();
    }

    @Test
    void shouldLeaveAloneWhatAnotherSinkTellsUntilItDoesSoNoMore() {
        // Given
        served = receivers -> receivers;
        topics.assign(upkeep.places(), null, GONE_FAILS);
        upkeep.turn();
        int before = topics.alerts().size();
        served = receivers -> Set.of();
        now = now.plusSeconds(60);

        // When
        upkeep.turn();

        // Then
        assertThat(before).isZero();
        assertThat(topics.alerts()).hasSize(1);
    }

    @Test
    void shouldEndNothingAsLongAsItMayNotKnowWhoIsTold() {
        // Given
        served = receivers -> {
            throw GroupAuthorizationException.forGroupId("streamgauge.alerting-gone");
        };
        topics.assign(upkeep.places(), null, GONE_FAILS);

        // When
        upkeep.turn();

        // Then
        assertThat(topics.alerts()).isEmpty();
    }

    @Test
    void shouldWriteTombstonesAfterAWeek() {
        // Given
        topics.assign(upkeep.places(), null, HERE_FAILS, resolved(HERE_FAILS, TEN));
        upkeep.turn();
        int before = topics.alerts().size();
        now = TEN.plus(SelfAlerts.KEPT);

        // When
        upkeep.turn();

        // Then
        assertThat(before).isZero();
        assertThat(topics.alerts()).singleElement().isNull();
        assertThat(topics.written("streamgauge.alerts.json.v1"))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isNull());
    }

    @Test
    void shouldWriteNoTombstoneOfWhatHasOne() {
        // Given
        topics.assign(upkeep.places(), null, HERE_FAILS, resolved(HERE_FAILS, TEN));
        topics.addTombstone(HERE_FAILS.getFingerprint());
        now = TEN.plus(SelfAlerts.KEPT);

        // When
        upkeep.turn();

        // Then
        assertThat(topics.alerts()).isEmpty();
    }

    @Test
    void shouldGoOnPastWhatIsNoAlert() {
        // Given
        topics.assign(upkeep.places(), null);
        topics.addGarbage();
        topics.add(GONE_FAILS);

        // When
        upkeep.turn();

        // Then
        assertThat(topics.alerts()).hasSize(1);
    }
}

package dev.streamgauge.processors.watch;

import static dev.streamgauge.processors.testkit.Cast.build;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.alerts.Episode;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Telling;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final String CI = """
            rules:
              - { name: CiOld, kind: age, scope: { queue: ci }, threshold: 30m, for: 5m }
            """;

    private final Rehearsal rehearsal = new Rehearsal(RuleSet.read(CI), Definitions.DEFAULT, WatchSettings.DEFAULT);

    @Test
    void whatWouldHaveFiredIsToldWithItsTimes() {
        // When
        take("09:00", build("17", "a").queued().queued("09:00"));
        take("10:00", build("17", "a").running().queued("09:00").started("10:00"));
        until("10:01");

        // Then
        assertThat(rehearsal.episodes()).singleElement().satisfies(episode -> {
            assertThat(episode.rule()).isEqualTo("CiOld");
            assertThat(episode.startsAt()).isEqualTo(Moments.millis("09:30") + 10_000);
            assertThat(episode.firedAt()).isEqualTo(Moments.millis("09:35") + 10_000);
            assertThat(episode.endedAt()).isEqualTo(Moments.millis("10:00") + 10_000);
        });
    }

    @Test
    void whatHasNotEndedStillFires() {
        // When
        take("09:00", build("17", "a").queued().queued("09:00"));
        until("11:00");

        // Then
        assertThat(rehearsal.episodes())
                .singleElement()
                .extracting(Episode::endedAt)
                .isNull();
    }

    @Test
    void historyRaisesNothingUntilItHasSettled() {
        // When
        take("12:00", build("17", "a").queued().queued("09:00"));
        until("12:09");
        int before = rehearsal.episodes().size();
        until("12:20");

        // Then
        assertThat(before).isZero();
        assertThat(rehearsal.episodes()).hasSize(1);
    }

    @Test
    void whatWasSuppressedFromItsFirstMomentOnHasBeenToldToNobody() {
        // Given
        String rules = """
                rules:
                  - { name: CiAny, kind: depth, scope: { queue: ci }, threshold: 0 }
                maintenance:
                  - { name: freeze, scope: {}, from: 2026-03-01T00:00:00Z, until: 2026-04-01T00:00:00Z }
                """;
        Rehearsal suppressed = new Rehearsal(RuleSet.read(rules), Definitions.DEFAULT, WatchSettings.DEFAULT);

        // When
        suppressed.take(build("17", "a").queued().queued("09:00").event(), Moments.millis("09:00"));
        suppressed.until(Moments.millis("09:10"));

        // Then
        assertThat(suppressed.episodes())
                .singleElement()
                .extracting(Episode::suppressedBy)
                .isEqualTo("freeze");
    }

    private void take(String arrival, Telling telling) {
        rehearsal.take(telling.event(), Moments.millis(arrival));
    }

    private void until(String time) {
        rehearsal.until(Moments.millis(time));
    }
}

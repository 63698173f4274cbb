package dev.streamgauge.processors.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.rules.Severity;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.rules.Whose;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodesTest {

    private static final Subject CI = Subject.queue(Whose.repository("github.com/acme/shop", null, "acme"), "ci", "*");
    private static final Rule DEEP = RuleSet.read(
                    "rules:\n  - { name: Deep, kind: depth, threshold: 10, severe: 100, for: 20s }\n")
            .rules()
            .get(0);

    private final Episodes episodes = new Episodes();
    private AlertRow row;

    @Test
    void whatFiredIsToldWithItsTimes() {
        // When
        measure(0, 11);
        measure(20, 13);
        measure(30, 101);
        measure(40, 10);

        // Then
        assertThat(episodes.all()).singleElement().satisfies(episode -> {
            assertThat(episode.rule()).isEqualTo("Deep");
            assertThat(episode.subject()).isEqualTo(CI);
            assertThat(episode.severity()).isEqualTo(Severity.PAGE);
            assertThat(episode.startsAt()).isZero();
            assertThat(episode.firedAt()).isEqualTo(20_000);
            assertThat(episode.endedAt()).isEqualTo(40_000);
            assertThat(episode.summary()).contains("is 13, above 10");
        });
    }

    @Test
    void whatOnlyPendedDidNotFire() {
        // When
        measure(0, 11);
        measure(10, 9);

        // Then
        assertThat(episodes.all()).isEmpty();
    }

    @Test
    void whatComesBackIsAnotherEpisode() {
        // When
        measure(0, 11);
        measure(20, 11);
        measure(30, 9);
        measure(40, 11);
        measure(60, 11);

        // Then
        assertThat(episodes.all()).extracting(Episode::endedAt).containsExactly(30_000L, null);
    }

    @Test
    void whatWasToldOnceWasNotSuppressed() {
        // Given
        measure(0, 11);
        row = row.suppressedBy("freeze", 5_000);
        measure(20, 11);

        // When
        String before = episodes.all().get(0).suppressedBy();
        row = row.suppressedBy(null, 25_000);
        episodes.take(row);
        measure(30, 9);

        // Then
        assertThat(before).isEqualTo("freeze");
        assertThat(episodes.all())
                .singleElement()
                .extracting(Episode::suppressedBy)
                .isNull();
    }

    private void measure(int seconds, double value) {
        row = Alerts.evaluate(DEEP, CI, Measurement.of(value, List.of()), row, seconds * 1000L);
        episodes.take(row);
    }
}

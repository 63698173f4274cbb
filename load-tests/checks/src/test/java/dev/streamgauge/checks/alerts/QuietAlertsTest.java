package dev.streamgauge.checks.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.oracle.Fired;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** What must not page anybody, or not again. */
class QuietAlertsTest {

    private static final Instant START = Clocks.WEEKS.first().plus(Duration.ofDays(1));
    private static final Instant LONG_AFTER = START.plus(Duration.ofDays(30)).plusSeconds(60);
    private static final String STUCK = rule("\"kind\": \"age\", \"threshold\": \"3h\"");
    private static final String FULL = rule("\"kind\": \"depth\", \"threshold\": 2");
    private static final String FULL_UNTIL_ALMOST_EMPTY =
            rule("\"kind\": \"depth\", \"threshold\": 2, \"clear_below\": 1");

    private static String rule(String settings) {
        return "{\"rules\": [{\"name\": \"Ci\", \"scope\": {\"queue\": \"ci\"}, " + settings + "}]}";
    }

    @Test
    void aPastThatWouldHaveAlertedIsBackfilledInSilence() {
        // Given
        Queue past = new Queue(START)
                .comes("1", hours(0))
                .comes("2", hours(1))
                .leaves("1", hours(20))
                .leaves("2", hours(30));

        // When
        SortedSet<Fired> live = fired(STUCK, past.live());
        SortedSet<Fired> backfilled = fired(STUCK, past.backfilled(LONG_AFTER));

        // Then
        assertThat(live).hasSize(1);
        assertThat(backfilled).isEmpty();
    }

    @Test
    void aBackfillNeitherRaisesNorEndsWhatGoesOnBesideIt() {
        // Given
        List<Arrival> arrivals = new ArrayList<>(
                new Queue(START).comes("1", hours(0)).leaves("1", hours(20)).backfilled(LONG_AFTER));
        Instant live = LONG_AFTER.minus(Duration.ofHours(6));
        arrivals.addAll(
                new Queue(live).comes("9", hours(0)).leaves("9", hours(9)).live());
        arrivals.sort(null);

        // When
        SortedSet<Fired> fired = fired(STUCK, arrivals);

        // Then
        assertThat(fired).singleElement().satisfies(episode -> {
            assertThat(Instant.ofEpochMilli(episode.firedAt())).isBefore(LONG_AFTER);
            assertThat(Instant.ofEpochMilli(episode.resolvedAt())).isAfter(live.plus(hours(9)));
        });
    }

    @Test
    void aQueueThatSwingsAboutItsThresholdIsOneEpisode() {
        // Given
        List<Arrival> swinging = swinging(20);

        // When
        SortedSet<Fired> steady = fired(FULL_UNTIL_ALMOST_EMPTY, swinging);
        SortedSet<Fired> flapping = fired(FULL, swinging);

        // Then
        assertThat(steady).hasSize(1);
        assertThat(flapping).hasSize(20);
    }

    /** Two wait all the time, and a third comes and leaves, again and again. */
    private static List<Arrival> swinging(int times) {
        Queue queue = new Queue(START).comes("a", hours(0)).comes("b", hours(0));
        for (int each = 0; each < times; each++) {
            queue.comes("c" + each, hours(2 * each + 1)).leaves("c" + each, hours(2 * each + 2));
        }
        return queue.leaves("a", hours(2 * times + 3))
                .leaves("b", hours(2 * times + 3))
                .live();
    }

    private static Duration hours(int count) {
        return Duration.ofHours(count);
    }

    /** What fires; the oracle agrees. */
    private static SortedSet<Fired> fired(String rules, List<Arrival> arrivals) {
        AlertTrial trial = AlertTrial.of("a queue", Clocks.WEEKS, rules, arrivals);
        assertThat(trial.difference(new Rehearsed())).isEmpty();
        return trial.expected();
    }
}

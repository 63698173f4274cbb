package dev.streamgauge.checks.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProbesTest {

    private static final long EVERY_NS = 1_000_000;
    private static final long BEGUN = 5_000_000;
    private static final long SECOND = 1_000_000_000;

    private final Probes probes = new Probes(EVERY_NS, Instant.parse("2026-11-22T18:59:59.999Z"));

    ProbesTest() {
        probes.begin(BEGUN);
    }

    @Test
    void allProbesAreOfTheHourThatHasJustBegun() {
        // When
        BuildChanged first = (BuildChanged) probes.event(0);
        BuildChanged late = (BuildChanged) probes.event(200_000);

        // Then
        assertThat(first.getFinishedAt()).isEqualTo(late.getFinishedAt()).isEqualTo("2026-11-22T18:00:00Z");
        assertThat(first.getRepository()).isEqualTo(late.getRepository());
    }

    @Test
    void anAggregateThatCountsTwoMoreHasTwoProbesOfItsRepository() {
        // Given
        probes.seen("probe.example/probes/3", 2, BEGUN + SECOND);

        // When
        Waits waits = probes.repositories(BEGUN + 3 * EVERY_NS, BEGUN + 4 * EVERY_NS, 0);
        Waits next = probes.repositories(BEGUN + 203 * EVERY_NS, BEGUN + 204 * EVERY_NS, 0);

        // Then
        assertThat(waits.micros()).containsExactly(997_000L);
        assertThat(next.micros()).containsExactly(797_000L);
    }

    @Test
    void anOrganisationThatCountsTwoHasTheTwoThatWereDueFirst() {
        // Given
        probes.seen("probe.example/probes", 2, BEGUN + SECOND);

        // When
        Waits waits = probes.organisation(BEGUN, BEGUN + 2 * EVERY_NS, 0);

        // Then
        assertThat(waits.micros()).containsExactly(999_000L, 1_000_000L);
        assertThat(waits.waiting()).isZero();
    }

    @Test
    void whatWasSeenBeforeIsNotSeenAnew() {
        // Given
        probes.seen("probe.example/probes/0", 1, BEGUN + SECOND);

        // When
        probes.seen("probe.example/probes/0", 1, BEGUN + 2 * SECOND);

        // Then
        assertThat(probes.repositories(BEGUN, BEGUN + 1, 0).micros()).containsExactly(1_000_000L);
    }

    @Test
    void oneThatStillWaitsCountsWithItsAge() {
        // Given
        probes.seen("probe.example/probes/0", 1, BEGUN + SECOND);

        // When
        Waits waits = probes.repositories(BEGUN, BEGUN + 2 * EVERY_NS, BEGUN + 5 * SECOND);

        // Then
        assertThat(waits.micros()).containsExactly(1_000_000L, 4_999_000L);
        assertThat(waits.count()).isEqualTo("2, 1 wait");
        assertThat(waits.text(0.5)).isEqualTo("1000");
        assertThat(waits.text(1)).isEqualTo("≥ 4999");
    }

    @Test
    void onlyWhatIsDueWithinTheSpanCounts() {
        // When
        Waits waits = probes.repositories(BEGUN + EVERY_NS, BEGUN + 3 * EVERY_NS, BEGUN + 3 * EVERY_NS);

        // Then
        assertThat(waits.micros()).containsExactly(1_000L, 2_000L);
    }

    @Test
    void aSlowSenderHasFewerProbesThanAFastOne() {
        // When
        Rate slow = new Rate(100);
        Rate fast = new Rate(10_000);

        // Then
        assertThat(slow.probeEveryNs()).isEqualTo(SECOND / 5);
        assertThat(fast.probeEveryNs()).isEqualTo(SECOND / 50);
    }
}

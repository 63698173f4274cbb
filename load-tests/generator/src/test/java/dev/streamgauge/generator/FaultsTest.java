package dev.streamgauge.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.generator.event.Envelope;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Duration LATE = Duration.ofHours(6);
    private static final GeneratorConfig PERFECT =
            GeneratorConfig.of(5).withLength(Duration.ofDays(10)).withFaults(Faults.NONE);

    @Test
    void withoutFaultsEachEventArrivesOnceAndAtOnce() {
        // When
        List<Emission> emissions = emissions(Faults.NONE).toList();

        // Then
        assertThat(emissions.stream().map(e -> Envelope.eventId(e.event()))).doesNotHaveDuplicates();
        assertThat(emissions).noneMatch(FaultsTest::late);
    }

    @Test
    void asManyAreMissingAsConfigured() {
        // Given
        long all = emissions(Faults.NONE).count();

        // When
        long arrived = emissions(new Faults(0, 0, 0.02, 0, LATE)).count();

        // Then
        assertThat(1 - (double) arrived / all).isCloseTo(0.02, within(0.005));
    }

    @Test
    void asManyAreRepeatedAsConfiguredHalfOfThemUnderTheSameId() {
        // Given
        long all = emissions(Faults.NONE).count();

        // When
        List<Emission> emissions = emissions(new Faults(0.05, 0, 0, 0, LATE)).toList();

        // Then
        Set<String> ids = new HashSet<>();
        emissions.forEach(emission -> ids.add(Envelope.eventId(emission.event())));
        assertThat((double) emissions.size() / all - 1).isCloseTo(0.05, within(0.01));
        assertThat((double) ids.size() / all - 1).isCloseTo(0.025, within(0.005));
    }

    @Test
    void asManyAreHeldBackAsConfiguredSomeForHours() {
        // When
        List<Emission> emissions = emissions(new Faults(0, 0.1, 0, 0, LATE)).toList();

        // Then
        assertThat(share(emissions.stream(), FaultsTest::late)).isCloseTo(0.1, within(0.01));
        assertThat(emissions).anyMatch(emission -> lateness(emission).compareTo(Duration.ofHours(5)) > 0);
        assertThat(emissions).noneMatch(e -> lateness(e).compareTo(LATE.plusSeconds(4)) > 0);
    }

    @Test
    void asManyCommitsAreSkewedAsConfigured() {
        // When
        Stream<Emission> emissions = emissions(new Faults(0, 0, 0, 0.05, LATE));

        // Then
        assertThat(share(
                        emissions
                                .map(Emission::event)
                                .filter(CommitPushed.class::isInstance)
                                .map(CommitPushed.class::cast)
                                .flatMap(push -> push.getCommits().stream()),
                        FaultsTest::skewed))
                .isCloseTo(0.05, within(0.015));
    }

    private static Stream<Emission> emissions(Faults faults) {
        return Organisation.of(PERFECT.withFaults(faults)).stream();
    }

    private static Duration lateness(Emission emission) {
        return Duration.ofMillis(Envelope.receivedAt(emission.event()) - Envelope.occurredAt(emission.event()));
    }

    private static boolean late(Emission emission) {
        return lateness(emission).toSeconds() > 30;
    }

    private static boolean skewed(Commit commit) {
        Duration age = Duration.between(commit.getAuthoredAt(), commit.getCommittedAt());
        return age.isNegative() || age.toDays() > 50;
    }

    private static <T> double share(Stream<T> items, Predicate<T> wanted) {
        long[] counts = new long[2];
        items.forEach(item -> counts[wanted.test(item) ? 1 : 0]++);
        return (double) counts[1] / (counts[0] + counts[1]);
    }
}

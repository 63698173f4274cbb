package dev.streamgauge.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.generator.event.Envelope;
import dev.streamgauge.generator.event.EventTimes;
import dev.streamgauge.schemas.json.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrganisationTest {
    private static final GeneratorConfig WEEK =
            GeneratorConfig.of(11).withRepositories(12).withLength(Duration.ofDays(7));

    @Test
    void theSameSeedGivesTheSameBytes() {
        // When
        String bytes = json(WEEK);

        // Then
        assertThat(bytes).isEqualTo(json(WEEK));
    }

    @Test
    void anotherSeedGivesOtherEvents() {
        // When
        String other = json(GeneratorConfig.of(12).withRepositories(12).withLength(Duration.ofDays(7)));

        // Then
        assertThat(other).isNotEqualTo(json(WEEK));
    }

    @Test
    void arrivalIsMonotoneAndReceivedAtSaysIt() {
        // When
        List<Emission> emissions = Organisation.of(WEEK).stream().toList();

        // Then
        assertThat(emissions).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(emissions)
                .allSatisfy(emission -> assertThat(emission.at().toEpochMilli())
                        .isEqualTo(Envelope.receivedAt(emission.event()))
                        .isGreaterThan(Envelope.occurredAt(emission.event())));
    }

    @Test
    void noEventIsOneThatIsRefused() {
        // When
        List<Emission> emissions = Organisation.of(WEEK).stream().toList();

        // Then
        assertThat(emissions).allSatisfy(emission -> {
            Instant latest = emission.at().plus(Duration.ofMinutes(5));
            assertThat(EventTimes.of(emission.event())).allMatch(time -> !time.isAfter(latest));
            assertThat(EventTimes.of(emission.event()))
                    .allMatch(time -> time.isAfter(GeneratorConfig.DEFAULT_START.minus(Duration.ofDays(1))));
        });
    }

    @Test
    void everyEventSurvivesItsJsonForm() {
        // When
        List<Emission> emissions = Organisation.of(WEEK).stream().toList();

        // Then
        assertThat(emissions)
                .allSatisfy(emission -> assertThat(EventJson.parse(EventJson.write(emission.event())))
                        .isEqualTo(emission.event()));
    }

    @Test
    void allKindsOfEventsOccurAndBuildsAreTheMost() {
        // When
        Map<Class<?>, Long> counts = Organisation.of(WEEK).stream()
                .collect(Collectors.groupingBy(emission -> emission.event().getClass(), Collectors.counting()));

        // Then
        assertThat(counts)
                .containsOnlyKeys(
                        CommitPushed.class,
                        ReviewChanged.class,
                        BuildChanged.class,
                        DeployChanged.class,
                        IncidentChanged.class,
                        RepositoryOwned.class);
        assertThat(counts.get(BuildChanged.class)).isGreaterThan(counts.get(ReviewChanged.class));
        assertThat(counts.get(IncidentChanged.class)).isLessThan(counts.get(DeployChanged.class));
    }

    @Test
    void someRepositoriesAreHotAndSomeAreQuiet() {
        // When
        List<Long> perRepository = Organisation.of(WEEK).stream()
                .collect(
                        Collectors.groupingBy(emission -> Envelope.repository(emission.event()), Collectors.counting()))
                .values()
                .stream()
                .sorted()
                .toList();

        // Then
        assertThat(perRepository).hasSize(12);
        assertThat(perRepository.get(11)).isGreaterThan(4 * perRepository.get(0));
    }

    @Test
    void aMillionEventsNeedNoMemoryToSpeakOf() {
        // Given
        GeneratorConfig large = GeneratorConfig.of(1).withRepositories(400).withLength(Duration.ofDays(3_650));
        System.gc();
        long before = used();

        // When
        var emissions = Organisation.of(large).iterator();
        long read = 0;
        while (read < 1_000_000 && emissions.hasNext()) {
            emissions.next();
            read++;
        }
        System.gc();

        // Then
        assertThat(read).isEqualTo(1_000_000);
        assertThat(emissions.hasNext()).isTrue();
        assertThat(used() - before).isLessThan(64L << 20);
    }

    @Test
    void aConfigurationThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> WEEK.withRepositories(0)).hasMessageContaining("repositories must be at least 1");
        assertThatThrownBy(() -> WEEK.withChangesPerDay(0)).hasMessageContaining("changesPerDay");
        assertThatThrownBy(() -> new Faults(1.5, 0, 0, 0, Duration.ofHours(1))).hasMessageContaining("duplicates");
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String json(GeneratorConfig config) {
        return Organisation.of(config).stream()
                .map(emission -> EventJson.write(emission.event()))
                .collect(Collectors.joining("\n"));
    }
}

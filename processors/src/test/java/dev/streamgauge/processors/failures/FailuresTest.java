package dev.streamgauge.processors.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    private static final Definitions NEAR_IN_TIME = new Definitions(
            Definitions.DEFAULT.production(),
            Definitions.DEFAULT.required(),
            Duration.ofMinutes(20),
            Definitions.DEFAULT.baseline(),
            Definitions.DEFAULT.profiles());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @Test
    void whatIsComparedSaysAllThatCanBeSaid() {
        // Given
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        Set<Evidence> remediations = EnumSet.noneOf(Evidence.class);

        // When
        seeds().mapToObj(seed -> story(seed, new Random(seed)))
                .flatMap(story -> story.rows(Failures.VERDICTS).stream())
                .filter(verdict -> verdict.kind() != null)
                .forEach(verdict -> {
                    kinds.add(verdict.kind());
                    evidence.addAll(verdict.evidence());
                    if (verdict.recovery() != null && verdict.remediation() != null) {
                        remediations.add(verdict.remediation());
                    }
                });

        // Then
        assertThat(kinds).containsExactly(Kind.values());
        assertThat(evidence).containsExactly(Evidence.values());
        assertThat(remediations).containsExactly(Evidence.ROLLBACK, Evidence.REVERT, Evidence.HOTFIX);
    }

    private static Story story(long seed, Random random) {
        List<Telling> events = new ArrayList<>(new RandomHistory(seed).events(10 + (int) (seed % 120)));
        events.addAll(events.subList(0, random.nextInt(events.size())));
        Collections.shuffle(events, random);
        return Story.under(NEAR_IN_TIME).then(events.toArray(Telling[]::new));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsDecidedStepByStepIsWhatFollowsFromAllAtOnce(long seed) {
        // Given
        Random random = new Random(seed);

        // When
        Story story = story(seed, random);

        // Then
        FailuresModel expected = new FailuresModel(story, NEAR_IN_TIME);
        assertThat(Told.incidents(story)).isEqualTo(expected.incidents());
        assertThat(story.rows(Failures.VERDICTS))
                .extracting(Told::deploy)
                .containsExactlyElementsOf(expected.deploys());
    }
}

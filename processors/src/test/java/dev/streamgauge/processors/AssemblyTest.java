package dev.streamgauge.processors;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.Trailer;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssemblyTest {

    private static final Definitions ALL_CHOICES = new Definitions(
            Pattern.all("prod*"), Pattern.all("c?"), Duration.ofHours(1), null, Set.of(Profile.values()));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void factsAndWindowsDoNotDependOnOrderOrRepetition(long seed) {
        // Given
        List<Telling> events = new RandomHistory(seed).events(5 + (int) (seed % 40));
        Map<String, List<?>> expected = story(events).facts();
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            List<Telling> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, random.nextInt(events.size())));
            Collections.shuffle(shuffled, random);

            // When
            Map<String, List<?>> facts = story(shuffled).facts();

            // Then
            assertThat(facts).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void windowsAreTheSumsOfTheFactsThatAreLeft(long seed) {
        // Given
        Story story = story(new RandomHistory(1_000 + seed).events(60));
        TreeTables tables = new TreeTables();
        Aggregation sums = new Aggregation(tables);

        // When
        Counted.all(ALL_CHOICES).forEach(counted -> sum(story, counted, sums));

        // Then
        assertThat(story.rows(Aggregation.WINDOWS))
                .containsExactlyElementsOf(
                        tables.table(Aggregation.WINDOWS).rows().values());
    }

    @Test
    void repositoriesKnowNothingOfEachOther() {
        // Given
        var landing = landed(commit("a1").names("1"));
        landing.event().setRepository(Story.SHOP + "-api");

        // When
        Story story = Story.of(landing, deploy("D1", "a1"));

        // Then
        assertThat(story.deploys()).containsExactly("D1 unjoined sha_unknown");
    }

    @Test
    void whatIsNoEventIsRefused() {
        // Given
        Trailer trailer = new Trailer("key", "value");

        // When / Then
        assertThatThrownBy(() -> new Assembly(new TreeTables()).apply(trailer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an event: dev.streamgauge.events.v1.Trailer");
    }

    private static Story story(List<Telling> events) {
        return Story.under(ALL_CHOICES).then(events.toArray(Telling[]::new));
    }

    private static <V> void sum(Story story, Counted<V> counted, Aggregation sums) {
        story.rows(counted.facts())
                .forEach(fact -> sums.revise(List.of(), counted.contributions().apply(fact)));
    }
}

package dev.streamgauge.processors.health;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.MainCommit;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainHealthTest {

    private static Story main() {
        return Story.of(
                landed(commit("c1")).at("09:00"),
                landed(commit("c2")).at("09:10"),
                landed(commit("c3")).at("09:20"));
    }

    @Test
    void theEpisodesOfTheExampleDoNotDependOnTheOrderOfArrival() {
        // Given
        List<Telling> example = new ArrayList<>(List.of(
                landed(commit("c1")).at("09:00"),
                landed(commit("c2")).at("09:10"),
                landed(commit("c3")).at("09:20"),
                landed(commit("c4")).at("09:40"),
                landed(commit("c5")).at("10:00"),
                landed(commit("c6")).at("10:30"),
                landed(commit("c7")).at("10:40"),
                landed(commit("c8")).at("11:10"),
                build("1", "c1").at("09:08"),
                build("1", "c1").attempt(2).at("09:35"),
                build("2", "c2").failed().at("09:25"),
                build("3", "c3").failed().at("09:30"),
                build("4", "c4").at("09:55"),
                build("4", "c4").attempt(2).failed().at("10:05"),
                build("5", "c5").at("10:20"),
                build("6", "c6").failed().at("11:00"),
                build("7", "c7").at("10:55"),
                build("8", "c8").failed().at("11:20")));
        Random random = new Random(61);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(example, random);

            // When
            Story story = Story.of(example);

            // Then
            assertThat(story.episodes())
                    .containsExactly(
                            "2.1 red 09:25, 4.1 green 09:55, failures 2",
                            "4.2 red 10:05, 5.1 green 10:20, failures 1",
                            "8.1 red 11:20, failures 1");
        }
    }

    @Test
    void aLateSuccessOfAnOlderCommitEndsNothing() {
        // Given
        Story story = main().then(build("2", "c2").failed().at("09:25"));

        // When
        story.then(build("1", "c1").at("09:35"));

        // Then
        assertThat(story.episodes()).containsExactly("2.1 red 09:25, failures 1");
    }

    @Test
    void aFailureThatWasOvertakenOpensNothing() {
        // Given
        Story story = main().then(build("2", "c2").failed().at("09:40"));

        // When
        story.then(build("3", "c3").at("09:39"));

        // Then
        assertThat(story.episodes()).isEmpty();
    }

    @Test
    void aSuccessOfTheSameInstantDoesNotOvertakeButEnds() {
        // Given
        Story story = main().then(build("2", "c2").failed().at("09:40"));

        // When
        story.then(build("3", "c3").at("09:40"));

        // Then
        assertThat(story.episodes()).containsExactly("2.1 red 09:40, 3.1 green 09:40, failures 1");
    }

    @Test
    void aRerunThatFailsAfterASuccessOfTheSameCommitOpensAnEpisode() {
        // Given
        Story story = main().then(build("1", "c1").at("09:08"));

        // When
        story.then(build("1", "c1").attempt(2).failed().at("09:12"));

        // Then
        assertThat(story.episodes()).containsExactly("1.2 red 09:12, failures 1");
    }

    @Test
    void aBuildIsNotKnownBeforeItsCommitLanded() {
        // Given
        Story story = main().then(build("2", "c2").failed().at("09:01"));

        // When
        story.then(build("3", "c3").at("09:02"));

        // Then
        assertThat(story.episodes()).containsExactly("2.1 red 09:10, 3.1 green 09:20, failures 1");
    }

    @Test
    void aBuildWhoseCommitIsNotOnMainWaitsForIt() {
        // Given
        Story story = Story.of(build("1", "c1").failed().at("09:08"));
        assertThat(story.episodes()).isEmpty();

        // When
        story.then(landed(commit("c1")).at("09:00"));

        // Then
        assertThat(story.episodes()).containsExactly("1.1 red 09:08, failures 1");
    }

    @Test
    void aBuildMovesWithItsCommit() {
        // Given
        Story story = main().then(
                        build("2", "c2").failed().at("09:25"), build("1", "c1").at("09:30"));

        // When
        story.then(landed(commit("c2")).at("08:50"));

        // Then
        assertThat(story.episodes()).containsExactly("2.1 red 09:25, 1.1 green 09:30, failures 1");
    }

    @Test
    void workflowsAreGreenOrRedOnTheirOwn() {
        // Given
        Story story = main().then(build("1", "c1").failed().at("09:05"));

        // When
        story.then(build("2", "c1").workflow("lint").at("09:06"));

        // Then
        assertThat(story.episodes()).containsExactly("1.1 red 09:05, failures 1");
    }

    @Test
    void aBuildThatASnapshotPutsIntoAnotherWorkflowLeavesTheFirst() {
        // Given
        Story story = main().then(build("1", "c1").workflow("lint").failed().at("09:05"));

        // When
        story.then(build("1", "c1").workflow("ci").failed().at("09:05"));

        // Then
        assertThat(story.rows(MainHealth.EPISODES))
                .singleElement()
                .satisfies(episode -> assertThat(episode.workflow()).isEqualTo("ci"));
    }

    @Test
    void ofTwoSuccessesOfTheSameInstantTheSmallerNameByItsBytesEnds() {
        // Given
        Story story = main().then(build("1", "c1").failed().at("09:05"));

        // When
        story.then(build("😀", "c2").at("09:15"), build("～", "c2").at("09:15"));

        // Then
        assertThat(story.episodes()).containsExactly("1.1 red 09:05, ～.1 green 09:15, failures 1");
    }

    @Test
    void aFailureThatASnapshotTurnsIntoASuccessTakesItsEpisodeBack() {
        // Given
        Story story = main().then(build("1", "c1").failed().at("09:05"));

        // When
        story.then(build("1", "c1").at("09:07"));

        // Then
        assertThat(story.episodes()).isEmpty();
    }

    @Test
    void aBuildThatASnapshotGivesAnotherCommitMovesThere() {
        // Given
        Story story = main().then(
                        build("1", "c3").failed().at("09:30"), build("2", "c2").at("09:31"));

        // When
        story.then(build("1", "c1").failed().at("09:30"));

        // Then
        assertThat(story.episodes()).containsExactly("1.1 red 09:30, 2.1 green 09:31, failures 1");
        assertThat(story.rows(MainHealth.BUILDS_OF_COMMIT)).hasSize(2);
    }

    @Test
    void anEpisodeCountsAllItsBuildsAndNamesTheChangesThatTurnedMainRed() {
        // Given
        Story story = Story.of(
                landed(commit("c1").names("7")).at("09:00"),
                landed(commit("c2").names("8")).at("09:10"),
                landed(commit("c3").names("9")).at("09:20"));

        // When
        story.then(
                build("1", "c1").failed().at("09:30"),
                build("2", "c1").attempt(2).at("09:50"),
                build("3", "c2").failed().at("09:31"),
                build("4", "c3").at("09:40"));

        // Then
        assertThat(story.rows(MainHealth.EPISODES)).singleElement().satisfies(episode -> {
            assertThat(episode.attempts()).isEqualTo(4);
            assertThat(episode.failures()).isEqualTo(2);
            assertThat(episode.redChanges()).containsExactly(Story.SHOP + "#7");
        });
    }

    @Test
    void anEpisodeIsPutDownToAnotherChangeWhenItsCommitIs() {
        // Given
        Story story = main().then(
                        build("1", "c1").failed().at("09:30"), build("2", "c2").at("09:40"));

        // When
        story.then(
                request("12").merged("c1"),
                request("7").merged("c1"),
                request("9").merged("c2"));

        // Then
        assertThat(story.rows(MainHealth.EPISODES))
                .singleElement()
                .satisfies(episode ->
                        assertThat(episode.redChanges()).containsExactly(Story.SHOP + "#12", Story.SHOP + "#7"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void episodesArePutDownToTheChangesOfTheirCommitsAfterEachEvent(long seed) {
        // Given
        Story story = Story.of();
        new RandomHistory(5_000 + seed).events(150).forEach(event -> {

            // When
            story.then(event);

            // Then
            Map<Position, List<String>> main = story.rows(Landings.LINE).stream()
                    .collect(Collectors.toMap(MainCommit::position, MainCommit::changes));
            assertThat(story.rows(MainHealth.EPISODES))
                    .allSatisfy(episode -> assertThat(episode.redChanges())
                            .isNotEmpty()
                            .isEqualTo(main.get(episode.opener().position())));
        });
    }
}

package dev.streamgauge.processors.health;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Built;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildTest {

    private static Story main() {
        return Story.of(
                landed(commit("c1")).at("09:00"),
                landed(commit("c2")).at("09:10"),
                landed(commit("c3")).at("09:20"));
    }

    private static Build only(Story story) {
        return story.rows(MainHealth.BUILDS).iterator().next();
    }

    @ParameterizedTest
    @CsvSource({
        "push, main, , true",
        "schedule, main, , true",
        "push, main, github.com/acme/shop, true",
        "push, main, github.com/eve/shop, false",
        "push, topic, , false",
        "push, , , false",
        "pull_request, main, , false",
        "merge_group, main, , false",
        "manual, main, , false",
        "other, main, , false"
    })
    void onlyPushesAndSchedulesOfThisRepositorysMainCount(
            String trigger, String branch, String headRepository, boolean counts) {
        // Given
        Built built = build("1", "c1").trigger(trigger).branch(branch).from(headRepository);

        // When
        Story story = main().then(built.failed().at("09:05"));

        // Then
        assertThat(only(story).onMain()).isEqualTo(counts);
        assertThat(story.episodes()).hasSize(counts ? 1 : 0);
    }

    @Test
    void jobsDoNotCountBesideTheirRun() {
        // Given
        Built job = build("1", "c1").job("unit").failed().at("09:05");

        // When
        Story story = main().then(job);

        // Then
        assertThat(story.rows(MainHealth.BUILDS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"failure", "timed_out", "startup_failure", "action_required"})
    void fourOutcomesAreFailures(String outcome) {
        // Given
        Built built = build("1", "c1").outcome(outcome).at("09:05");

        // When
        Story story = main().then(built);

        // Then
        assertThat(story.episodes()).containsExactly("1.1 red 09:05, failures 1");
    }

    @ParameterizedTest
    @CsvSource({"infrastructure_error", "cancelled", "stale", "neutral", "skipped"})
    void fiveOutcomesSayNothingAboutMain(String outcome) {
        // Given
        Story story = main().then(build("1", "c1").failed().at("09:05"));

        // When
        story.then(build("2", "c2").outcome(outcome).at("09:15"));

        // Then
        assertThat(story.episodes()).containsExactly("1.1 red 09:05, failures 1");
    }

    @Test
    void theFirstOutcomeInTheListWinsWithItsEarliestFinish() {
        // Given
        List<Telling> snapshots = new ArrayList<>(List.of(
                build("1", "c1").at("09:09"),
                build("1", "c1").at("09:08").withoutFinish(),
                build("1", "c1").failed().at("09:03"),
                build("1", "c1").outcome("cancelled").at("09:02"),
                build("1", "c1").running().at("09:30")));
        Random random = new Random(62);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(snapshots, random);

            // When
            Story story = Story.of(snapshots);

            // Then
            assertThat(only(story).outcome()).isEqualTo("success");
            assertThat(only(story).finishedAt()).isEqualTo(Moments.millis("09:08"));
        }
    }
}

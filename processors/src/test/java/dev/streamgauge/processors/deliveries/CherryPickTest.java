package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

/** A deployed commit delivers the changes that it, or what it is built on, was picked from. */
class CherryPickTest {

    /** Main is a1, b1, c1; a release branch left it at a1. */
    private static Story released() {
        return Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                landed(commit("b1").names("2")).at("09:30"),
                landed(commit("c1").names("3")).at("10:00"),
                deploy("D0", "a1").at("09:10"));
    }

    @Test
    void aPickOnAReleaseBranchDeliversItsOriginalAndNothingElse() {
        // Given
        Story story = released().then(pushed(commit("r1").parents("a1").pickedFrom("c1")));

        // When
        story.then(deploy("D1", "r1").at("10:30"));

        // Then
        assertThat(story.deliveries())
                .containsExactly("#1 D0 owned_sha 10m no_author_date", "#3 D1 cherry_pick 30m no_author_date");
        assertThat(story.inFlight()).containsExactly("#2 integration 09:30");
    }

    @Test
    void aPickFurtherBackOnTheBranchIsDelivered() {
        // Given
        Story story = released()
                .then(pushed(
                        commit("r1").parents("a1").pickedFrom("c1"),
                        commit("r2").parents("r1")));

        // When
        story.then(deploy("D1", "r2").at("10:30"));

        // Then
        assertThat(story.deliveries()).contains("#3 D1 cherry_pick 30m no_author_date");
    }

    @Test
    void aPickThatIsKnownOnlyAfterTheDeployIsDelivered() {
        // Given
        Story story = released()
                .then(pushed(commit("r2").parents("r1")), deploy("D1", "r2").at("10:30"));

        // When
        story.then(pushed(commit("r1").parents("a1").pickedFrom("c1")));

        // Then
        assertThat(story.deliveries()).contains("#3 D1 cherry_pick 30m no_author_date");
    }

    @Test
    void anOriginalThatLandsAfterTheDeployIsDelivered() {
        // Given
        Story story = released()
                .then(
                        pushed(commit("r1").parents("a1").pickedFrom("d1")),
                        deploy("D1", "r1").at("10:30"));

        // When
        story.then(landed(commit("d1").names("4")).at("10:33"));

        // Then
        assertThat(story.deliveries()).contains("#4 D1 cherry_pick 0m no_author_date");
    }

    @Test
    void anEarlierDeployPrevailsOverALaterPick() {
        // Given
        Story story = released()
                .then(
                        pushed(commit("r1").parents("a1").pickedFrom("b1")),
                        deploy("D1", "b1").at("10:00"));

        // When
        story.then(deploy("D2", "r1").at("10:30"));

        // Then
        assertThat(story.deliveries()).contains("#2 D1 owned_sha 30m no_author_date");
    }

    @Test
    void ofOneDeployThePickSaysMoreThanThePosition() {
        // Given
        Story story =
                released().then(landed(commit("d1").names("4").pickedFrom("b1")).at("10:40"));

        // When
        story.then(deploy("D1", "d1").at("11:00"));

        // Then
        assertThat(story.deliveries())
                .contains(
                        "#2 D1 cherry_pick 90m no_author_date",
                        "#3 D1 position 60m no_author_date",
                        "#4 D1 owned_sha 20m no_author_date");
    }

    @Test
    void evenTheFirstDeployOfALaneDeliversWhatItPicked() {
        // Given
        Story story = released().then(pushed(commit("r1").parents("b1").pickedFrom("a1")));

        // When
        story.then(deploy("S1", "r1").to("shop", "staging").at("10:30"));

        // Then
        assertThat(story.deliveries(new Lane("shop", "staging")))
                .containsExactly("#1 S1 cherry_pick 90m no_author_date", "#2 baseline");
    }
}

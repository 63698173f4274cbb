package dev.streamgauge.processors.failures;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class RemediationsTest {

    /** Two requests have shipped, and the second one is reverted on main by the third. */
    private static Story oneIsReverted() {
        return Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D1", "a1").at("09:10"),
                landed(commit("b1").names("2")).at("09:20"),
                deploy("D2", "b1").at("09:30"),
                landed(commit("c1").names("3").reverts("b1")).at("09:40"));
    }

    @Test
    void aRevertThatShipsMarksTheDeployOfWhatItReverts() {
        // Given
        Story story = oneIsReverted();

        // When
        story.then(deploy("D3", "c1").at("09:50"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D1 release",
                        "D2 release, failed by revert, recovered by revert D3 09:50",
                        "D3 release, remedies by revert");
    }

    @Test
    void aRequestMaySayWhatItReverts() {
        // Given
        Story story = Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D1", "a1").at("09:10"),
                landed(commit("b1").names("2")).at("09:20"),
                deploy("D2", "b1").at("09:30"));

        // When
        story.then(request("2").reverts("1"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D1 release, failed by revert, recovered by revert D2 09:30", "D2 release, remedies by revert");
    }

    @Test
    void whatIsRevertedBeforeItShipsDoesNotFail() {
        // Given
        Story story = Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D1", "a1").at("09:10"),
                landed(commit("b1").names("2")).at("09:20"),
                landed(commit("c1").names("3").reverts("b1")).at("09:40"));

        // When
        story.then(deploy("D3", "c1").at("09:50"));

        // Then
        assertThat(Told.deploys(story)).containsExactly("D1 release", "D3 release");
    }

    @Test
    void unlessTheDeployOfWhatIsRevertedOnlyArrivesLate() {
        // Given
        Story story = Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D1", "a1").at("09:10"),
                landed(commit("b1").names("2")).at("09:20"),
                landed(commit("c1").names("3").reverts("b1")).at("09:40"),
                deploy("D3", "c1").at("09:50"));

        // When
        story.then(deploy("D2", "b1").at("09:30"));

        // Then
        assertThat(Told.deploys(story)).contains("D2 release, failed by revert, recovered by revert D3 09:50");
    }

    @Test
    void aRevertInAnotherLaneSaysNothing() {
        // Given
        Story story =
                oneIsReverted().then(deploy("S1", "a1").to("shop", "staging").at("09:35"));

        // When
        story.then(deploy("S2", "c1").to("shop", "staging").at("09:50"));

        // Then
        assertThat(Told.deploys(story)).containsExactly("D1 release", "D2 release");
    }

    @Test
    void theDeploymentBeforeAHotfixHadFailed() {
        // Given
        Story story = Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D1", "a1").at("09:10"),
                deploy("D2", "a1").at("09:15"),
                landed(commit("b1").names("2")).at("09:20"),
                deploy("D3", "b1").at("09:30"));

        // When
        story.then(request("2").hotfix());

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D1 release, failed by hotfix, recovered by hotfix D3 09:30",
                        "D2 resync",
                        "D3 release, remedies by hotfix");
    }

    @Test
    void aHotfixMayComeFromAReleaseBranch() {
        // Given
        Story story = Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D1", "a1").at("09:10"),
                landed(commit("b1").names("2")).at("09:20"),
                deploy("D2", "b1").at("09:30"));

        // When
        story.then(
                request("3").head("h1").hotfix(),
                pushed(commit("h1").parents("a1")),
                deploy("D3", "h1").at("09:40"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D1 release",
                        "D2 release, failed by hotfix, recovered by hotfix D3 09:40",
                        "D3 out_of_line, remedies by hotfix");
    }

    @Test
    void aRollbackComesBeforeTheHotfixThatFollows() {
        // Given
        Story story = Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D1", "a1").at("09:10"),
                landed(commit("b1").names("2")).at("09:20"),
                deploy("D2", "b1").at("09:30"),
                deploy("D3", "a1").at("09:35"));

        // When
        story.then(
                request("3").hotfix(),
                landed(commit("c1").names("3").reverts("b1")).at("09:40"),
                deploy("D4", "c1").at("09:50"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D1 release",
                        "D2 release, failed by rollback revert, recovered by rollback D3 09:35",
                        "D3 rollback, remedies by rollback, failed by hotfix, recovered by revert D4 09:50",
                        "D4 release, remedies by revert");
    }

    @Test
    void anIncidentMayNameACommitThatWasDeliveredWithOthers() {
        // Given
        Story story = oneIsReverted();

        // When
        story.then(incident("I1").at("10:00").sha("c1"), deploy("D4", "d1").at("10:10"));
        var before = Told.incidents(story);
        story.then(landed(commit("d1").names("4")).at("09:45"));

        // Then
        assertThat(before).containsExactly("I1 open 10:00 unattributed");
        assertThat(Told.incidents(story)).containsExactly("I1 open 10:00 incident_sha: shop/production/D4");
    }

    @Test
    void whoOwnsTheCommitThatAnIncidentNamesMayBecomeKnownLater() {
        // Given
        Story story = oneIsReverted().then(incident("I1").at("10:00").sha("e1"));
        assertThat(Told.incidents(story)).containsExactly("I1 open 10:00 unattributed");

        // When
        story.then(request("2").commits("e1"));

        // Then
        assertThat(Told.incidents(story)).containsExactly("I1 open 10:00 incident_sha: shop/production/D2");
    }
}

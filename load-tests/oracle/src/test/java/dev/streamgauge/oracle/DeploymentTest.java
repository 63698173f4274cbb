package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of which kind a deploy is, and what a rollback undoes. The commits c1 to c4 landed in this order. */
class DeploymentTest {

    private static final String[] KIND = {"deploy_id", "kind"};

    private static Line[] deployed(String... shas) {
        List<Line> lines = new ArrayList<>(IntStream.rangeClosed(1, 4)
                .mapToObj(n -> landing("09:0" + n, "c" + n, commit("c" + n)))
                .toList());
        for (int i = 0; i < shas.length; i++) {
            lines.add(deploy("1" + i + ":00", "d" + i, shas[i]));
        }
        return lines.toArray(Line[]::new);
    }

    @Test
    void aDeployLooksBackAtWhatRanInItsLane() {
        // When: the same again, then back, again back to what is older still but never ran, forward, and unknown
        Story story = Story.of(deployed("c2", "c3", "c3", "c2", "c1", "c3", "x"));

        // Then
        assertThat(story.told("deploys", KIND))
                .containsExactly(
                        "d0 release",
                        "d1 release",
                        "d2 resync",
                        "d3 rollback",
                        "d4 out_of_line",
                        "d5 rollback",
                        "d6 release");
    }

    @Test
    void backAndForwardIsARollbackAndARedeploy() {
        // When
        Story story = Story.of(deployed("c1", "c2", "c1", "c2", "c2"));

        // Then: the redeploy of c2 is not undone
        assertThat(story.told("deploys", "deploy_id", "kind", "failed", "remediation", "remedied_by_deploy_id"))
                .containsExactly(
                        "d0 release false - -",
                        "d1 release true - d2",
                        "d2 rollback false rollback -",
                        "d3 redeploy false - -",
                        "d4 resync false - -");
    }

    @Test
    void aRollbackUndoesTheDeployAfterTheLastOneOfItsCommit() {
        // When: three steps forward, and back to the first
        Story story = Story.of(deployed("c1", "c1", "c2", "c3", "c1"));

        // Then: what came first after c1 was bad; nobody says so of c3
        assertThat(story.told("deploys", "deploy_id", "failure_evidence", "recovered_by", "recovery_ms"))
                .containsExactly(
                        "d0 [] - -", "d1 [] - -", "d2 [\"rollback\"] rollback 7200000", "d3 [] - -", "d4 [] - -");
    }

    @Test
    void deploymentsAreCountedByTheirKind() {
        // Given: and two attempts that did not succeed
        List<Line> lines = new ArrayList<>(List.of(deployed("c2", "c3", "c3", "c2", "c1", "c3")));
        lines.add(deploy("18:00", "d8", "c4").with("outcome", "failure"));
        lines.add(deploy("18:00", "d9", "c4").with("outcome", "cancelled"));

        // When
        Story story = Story.of(lines.toArray(Line[]::new))
                .where("scope", "repository")
                .where("window", "day");

        // Then
        assertThat(story.told(
                        "deployments",
                        "deployments",
                        "releases",
                        "out_of_line",
                        "redeploys",
                        "rollbacks",
                        "excluded_resync",
                        "failed_attempts",
                        "cancelled_attempts"))
                .containsExactly("5 2 1 0 2 1 1 1");
        // The second rollback undid the first, which is no deployment of code
        assertThat(story.told(
                        "deployments",
                        "code_deployments",
                        "failed",
                        "failed_rollback",
                        "failed_others",
                        "remediations",
                        "rework_rate",
                        "recoveries",
                        "recovery_sum_ms",
                        "excluded_unrecovered"))
                .containsExactly("3 1 1 1 2 0.4 2 14400000 0");
    }

    @Test
    void daysAreCountedNotInHours() {
        // Given
        Line[] lines = {
            deploy("09:00", "d1", "a"),
            deploy("10:00", "d2", "b"),
            deploy("2026-03-03T09:00:00Z", "d3", "b"),
            deploy("2026-03-04T09:00:00Z", "d4", "c"),
            deploy("2026-03-05T09:00:00Z", "d5", "d").with("outcome", "failure"),
        };

        // When
        Story story = Story.of(lines).where("scope", "repository");

        // Then: a resync and a failed attempt make no day
        assertThat(story.where("window", "week").told("deployments", "deploy_days"))
                .containsExactly("2");
        assertThat(story.where("window", "day").told("deployments", "deploy_days"))
                .containsExactly("1", "0", "1", "0");
        assertThat(story.where("window", "hour").told("deployments", "deploy_days"))
                .containsOnly("-")
                .hasSize(5);
    }
}

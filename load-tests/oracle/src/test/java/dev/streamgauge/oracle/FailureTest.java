package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.incident;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which deployments failed, by reverts and hotfixes, and how they recovered. #1 to #4 landed as c1 to c4, and c0 runs. */
class FailureTest {

    private static final String[] FAILURE = {
        "deploy_id", "failure_evidence", "remediation", "recovered_by", "recovered_at"
    };

    private static Story story(Line... more) {
        List<Line> lines = new ArrayList<>(List.of(landing("08:00", "c0", commit("c0")), deploy("08:10", "d0", "c0")));
        for (int n = 1; n < 5; n++) {
            lines.add(landing("09:0" + n, "c" + n, commit("c" + n).with("request", String.valueOf(n))));
        }
        lines.addAll(List.of(more));
        return Story.of(lines.toArray(Line[]::new));
    }

    private static Line seen(String number) {
        return request("09:30", number, "merged");
    }

    @Test
    void aRevertFailsTheDeployThatDeliveredWhatItReverts() {
        // When: #3 reverts #1 by its request
        Story story = story(
                seen("3").with("reverts_request", "1"),
                deploy("10:00", "d1", "c1"),
                deploy("11:00", "d2", "c2"),
                deploy("12:00", "d3", "c3"),
                deploy("13:00", "d4", "c4"));

        // Then
        assertThat(story.told("deploys", FAILURE))
                .containsExactly(
                        "d0 [] - - -",
                        "d1 [\"revert\"] - revert 12:00",
                        "d2 [] - - -",
                        "d3 [] revert - -",
                        "d4 [] - - -");
    }

    @Test
    void aRevertThatCameWithWhatItRevertsWasNeverAFailure() {
        // When
        Story story = story(seen("3").with("reverts_request", "1"), deploy("12:00", "d3", "c3"));

        // Then
        assertThat(story.told("deploys", FAILURE)).containsExactly("d0 [] - - -", "d3 [] - - -");
    }

    @Test
    void aHotfixFailsTheDeploymentJustBeforeIt() {
        // When: a resync is none
        Story story = story(
                seen("2").with("hotfix", true),
                deploy("10:00", "d1", "c1"),
                deploy("10:30", "d1b", "c1"),
                deploy("11:00", "d2", "c2"));

        // Then
        assertThat(story.told("deploys", FAILURE))
                .containsExactly("d0 [] - - -", "d1 [\"hotfix\"] - hotfix 11:00", "d1b [] - - -", "d2 [] hotfix - -");
    }

    @Test
    void ofSeveralRemediesTheFirstInOrderCountsAndTheEvidenceOfAll() {
        // When: #3 is a hotfix that reverts #1, hence d2 is remedied by a revert; later d1 is undone by nobody
        Story story = story(
                seen("3").with("hotfix", true).with("reverts_request", "1"),
                deploy("10:00", "d1", "c1"),
                deploy("11:00", "d2", "c2"),
                deploy("12:00", "d3", "c3"),
                incident("12:30", "i", "open").with("deploy_id", "d2"));

        // Then
        assertThat(story.told("deploys", FAILURE))
                .containsExactly(
                        "d0 [] - - -",
                        "d1 [\"revert\"] - revert 12:00",
                        "d2 [\"incident_deploy\",\"hotfix\"] - revert 12:00",
                        "d3 [] revert - -");
    }

    @Test
    void withoutARemedyADeployRecoversWithTheLastOfItsIncidents() {
        // Given: d1 has two resolved incidents, one before it finished, and d2 one that is still open
        Line early = incident("09:50", "i1", "resolved").with("deploy_id", "d1").with("resolved_at", at("09:50"));
        Line late = incident("12:00", "i2", "resolved").with("deploy_id", "d1").with("resolved_at", at("11:30"));
        Line solved = incident("12:00", "i3", "resolved").with("deploy_id", "d2");
        Line open = incident("12:00", "i4", "open").with("deploy_id", "d2");
        Line before = incident("09:00", "i5", "resolved").with("deploy_id", "d3");

        // When
        Story story = story(
                early,
                late,
                solved,
                open,
                before,
                deploy("10:00", "d1", "c1"),
                deploy("11:00", "d2", "c2"),
                deploy("12:00", "d3", "c3"));

        // Then: the recovery is in the window in which it came
        assertThat(story.told("deploys", "deploy_id", "incidents", "recovered_by", "recovery_ms"))
                .containsExactly(
                        "d0 [] - -",
                        "d1 [\"i1\",\"i2\"] incident_resolved 5400000",
                        "d2 [\"i3\",\"i4\"] - -",
                        "d3 [\"i5\"] incident_resolved 0");
        assertThat(story.where("scope", "repository")
                        .where("window", "hour")
                        .told(
                                "deployments",
                                "window_start",
                                "deployments",
                                "failed_explicit",
                                "change_failure_rate",
                                "recoveries",
                                "recovery_max_ms",
                                "excluded_unrecovered"))
                .containsExactly(
                        "08:00 1 0 0.0 0 - 0",
                        "09:00 0 0 - 1 0 0",
                        "10:00 1 1 1.0 0 - 0",
                        "11:00 1 1 1.0 1 5400000 1",
                        "12:00 1 1 1.0 0 - 0");
    }

    @Test
    void aFailedAttemptIsNoFailureOfAChange() {
        // When
        Story story = story(
                deploy("10:00", "d1", "c1").with("outcome", "failure"),
                incident("10:30", "i", "open").with("deploy_id", "d1"));

        // Then
        assertThat(story.told("deploys", "deploy_id", "kind", "failed"))
                .containsExactly("d0 release false", "d1 - false");
        assertThat(story.told("incidents", "evidence", "deploys")).containsExactly("- []");
    }
}

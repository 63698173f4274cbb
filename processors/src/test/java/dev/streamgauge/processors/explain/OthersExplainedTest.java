package dev.streamgauge.processors.explain;

import static dev.streamgauge.processors.explain.Asked.deliveries;
import static dev.streamgauge.processors.explain.Asked.relations;
import static dev.streamgauge.processors.explain.Asked.shortened;
import static dev.streamgauge.processors.explain.Asked.timeline;
import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Telling;
import java.util.List;
import org.junit.jupiter.api.Test;

class OthersExplainedTest {

    private static final List<Telling> ROLLED_BACK = List.of(
            landed(commit("a1").names("1")).at("08:00"),
            landed(commit("b1").names("2")).at("08:30"),
            deploy("D1", "a1").at("09:00"),
            deploy("D2", "b1").at("10:00"),
            deploy("D3", "a1").at("10:40"),
            incident("I1").at("10:10").blames("D2"));

    @Test
    void aFailedDeploySaysHowThatIsKnownAndWhatRemediedIt() throws UnknownSubjectException {
        // When
        Explanation explanation = Asked.of(ROLLED_BACK).deploy("D2");

        // Then
        assertThat(explanation.summary())
                .isEqualTo(
                        "deploy D2/1 to shop/production of b1 is success (release); it delivered 1 change, and failed: incident_deploy, rollback");
        assertThat(deliveries(explanation)).containsExactly("#2 shop/production delivered owned_sha");
        assertThat(relations(explanation))
                .containsExactly(
                        "commit b1: on_main",
                        "shop/production: release",
                        "deploy D2/1 to shop/production: incident_deploy",
                        "deploy D2/1 to shop/production: rollback",
                        "incident I1: incident",
                        "deploy D3/1 to shop/production: rollback");
        assertThat(timeline(explanation))
                .containsExactly(
                        "10:00 deploy D2/1 of b1 to production finished: success [finished_at] deploy",
                        "10:10 incident I1 is open incident");
        assertThat(explanation.counted())
                .anyMatch(addition -> addition.topic().equals("deployments.v1")
                        && addition.adds().containsKey("failed")
                        && addition.key().get("scope").equals("repository"))
                .anyMatch(addition -> addition.key().get("scope").equals("organisation")
                        && addition.key().get("name").equals("github.com/acme"));
    }

    @Test
    void aRemedyNamesWhatItRemedied() throws UnknownSubjectException {
        assertThat(relations(Asked.of(ROLLED_BACK).deploy("D3/1")))
                .containsExactly(
                        "commit a1: on_main", "shop/production: rollback", "deploy D2/1 to shop/production: rollback");
    }

    @Test
    void anIncidentNamesTheDeployAndWhatThatCountsForIt() throws UnknownSubjectException {
        // When
        Explanation explanation = Asked.of(ROLLED_BACK).incident("I1");

        // Then
        assertThat(explanation.summary())
                .isEqualTo("incident I1 is open; it is put down to deploy D2/1 to shop/production (incident_deploy)");
        assertThat(relations(explanation)).contains("deploy D2/1 to shop/production: incident_deploy");
        assertThat(explanation.counted())
                .anyMatch(addition -> addition.adds().containsKey("failed_explicit"))
                .noneMatch(addition -> addition.adds().containsKey("deployments"));
    }

    @Test
    void anUnattributedIncidentIsCountedAsSuch() throws UnknownSubjectException {
        // When
        Explanation explanation = Asked.of(incident("I1").at("10:10")).incident("I1");

        // Then
        assertThat(explanation.summary()).contains("it is unattributed");
        assertThat(explanation.counted())
                .isNotEmpty()
                .allMatch(addition -> addition.adds().containsKey("unattributed_incidents"));
    }

    @Test
    void aRedEpisodeIsTheWalkFromItsOpenerToItsEnd() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(
                landed(commit("c1")).at("09:00"),
                build("1", "c1").at("09:08"),
                landed(commit("c2")).at("09:10"),
                build("2", "c2").failed().at("09:25"),
                landed(commit("c3")).at("09:20"),
                build("3", "c3").failed().at("09:30"),
                build("1", "c1").attempt(2).at("09:35"),
                landed(commit("c4")).at("09:40"),
                build("4", "c4").at("09:55"));

        // When
        Explanation explanation = asked.episode("2");

        // Then
        assertThat(timeline(explanation))
                .containsExactly(
                        "09:25 ci run 2/1 of c2 finished: failure [started_at] opened",
                        "09:30 ci run 3/1 of c3 finished: failure failures",
                        "09:55 ci run 4/1 of c4 finished: success [ended_at] ended");
        assertThat(shortened(explanation.summary()))
                .isEqualTo("ci turned red at 09:25 by run 2/1 of c2; it was green again at 09:55 by run 4/1 of c4");
        assertThat(relations(explanation)).containsExactly("@c2: red_changes");
        assertThat(explanation.counted())
                .anyMatch(addition -> addition.topic().equals("time-to-green.v1")
                        && Long.valueOf(1_800_000).equals(addition.adds().get("sum_ms")));
    }
}

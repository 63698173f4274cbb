package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.incident;
import static dev.streamgauge.oracle.Line.landing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is known of an incident, and which deploys it is attributed to. c1 and c2 run in production and staging since 10:00 and 11:00. */
class IncidentTest {

    private static final String[] BLAME = {"incident_id", "evidence", "deploys"};

    private static final Line[] LANES = {
        landing("09:00", "c1", commit("b1"), commit("c1")),
        landing("09:30", "c2", commit("b2"), commit("c2")),
        deploy("10:00", "d1", "c1"),
        deploy("11:00", "d2", "c2"),
        deploy("10:00", "d1", "c1").with("environment", "staging"),
        deploy("11:30", "s2", "c2").with("environment", "staging"),
        deploy("10:30", "w1", "c1").with("service", "web"),
    };

    private static Line[] with(Line... incidents) {
        return Stream.concat(Arrays.stream(LANES), Arrays.stream(incidents)).toArray(Line[]::new);
    }

    private static Line[] open(String field, String value) {
        return with(incident("12:00", "i", "open").with(field, value));
    }

    @Test
    void anIncidentThatNamesADeployBlamesItInEachLane() {
        // When
        Story story = Story.of(open("deploy_id", "d1"));

        // Then
        assertThat(story.told("incidents", BLAME))
                .containsExactly("i incident_deploy [\"shop/prod/d1/1\",\"shop/staging/d1/1\"]");
    }

    @Test
    void theNamedServiceAndEnvironmentNarrowItDown() {
        // When
        Story story = Story.of(with(
                incident("12:00", "i", "open").with("deploy_id", "d1").with("environment", "staging"),
                incident("12:00", "j", "open").with("deploy_id", "d1").with("service", "web")));

        // Then: no web was deployed as d1, but it runs
        assertThat(story.told("incidents", BLAME))
                .containsExactly("i incident_deploy [\"shop/staging/d1/1\"]", "j incident_service [\"web/prod/w1/1\"]");
    }

    @Test
    void aNamedCommitBlamesItsFirstDeploymentInProduction() {
        // When
        Story story = Story.of(open("sha", "c1"));

        // Then
        assertThat(story.told("incidents", BLAME))
                .containsExactly("i incident_sha [\"shop/prod/d1/1\",\"web/prod/w1/1\"]");
    }

    @Test
    void aCommitThatWasNeverDeployedItselfBlamesWhatDeliveredIt() {
        // When: b2 came with c2
        Story story = Story.of(open("sha", "b2"));

        // Then
        assertThat(story.told("incidents", BLAME)).containsExactly("i incident_sha [\"shop/prod/d2/1\"]");
    }

    @Test
    void aNamedLaneBlamesWhatRanInItWhenItBegan() {
        // When: i began a moment before d2, j with it, k before everything; h names staging only
        Story story = Story.of(with(
                incident("12:00", "h", "open").with("environment", "staging"),
                incident("12:00", "i", "open").with("service", "shop").with("opened_at", at("10:59:59.999")),
                incident("12:00", "j", "open").with("service", "shop").with("opened_at", at("11:00")),
                incident("09:59", "k", "open").with("service", "shop")));

        // Then: without an environment, production
        assertThat(story.told("incidents", BLAME))
                .containsExactly(
                        "h incident_service [\"shop/staging/s2/1\"]",
                        "i incident_service [\"shop/prod/d1/1\"]",
                        "j incident_service [\"shop/prod/d2/1\"]",
                        "k - []");
    }

    @Test
    void anIncidentThatNamesNothingIsUnattributedUnlessAWindowIsConfigured() {
        // Given: within an hour of d2, and a millisecond later
        Line[] lines = with(incident("12:00", "i", "open"), incident("12:00:00.001", "j", "open"));

        // When
        Story usual = Story.of(lines);
        Story near = Story.of(OracleSettings.DEFAULTS.withFailureWindow(Duration.ofHours(1)), lines);

        // Then
        assertThat(usual.told("incidents", BLAME)).containsExactly("i - []", "j - []");
        assertThat(usual.told("completeness", "source", "incidents_unattributed"))
                .containsExactly("* 2", "file 0");
        assertThat(usual.where("unattributed_incidents", "2")
                        .where("window", "day")
                        .told("deployments", "scope", "service", "environment", "deployments"))
                .containsExactly("organisation * * 0", "repository * * 0");
        assertThat(near.told("incidents", BLAME)).containsExactly("i window [\"shop/prod/d2/1\"]", "j - []");
        assertThat(near.where("scope", "repository")
                        .where("window", "day")
                        .where("service", "shop")
                        .told("deployments", "environment", "failed", "failed_window"))
                .containsExactly("prod 1 1", "staging 0 0");
    }

    @Test
    void theLatestSnapshotGivesTheStateAndOfOneInstantTheResolvedOne() {
        // Given
        Line[] lines = {
            incident("12:00", "i", "resolved").with("resolved_at", at("11:00")),
            incident("12:00", "i", "open").with("opened_at", at("10:00")).with("severity", "2"),
            incident("11:00", "i", "open").with("resolved_at", at("11:30")).with("severity", "1"),
            incident("12:00", "j", "resolved").with("resolved_at", at("11:00")),
            incident("12:01", "j", "open"),
            incident("12:00", "k", "resolved"),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(story.told("incidents", "incident_id", "state", "opened_at", "resolved_at", "severity"))
                .containsExactly("i resolved 10:00 11:30 1", "j open 12:00 - -", "k resolved 12:00 12:00 -");
    }

    @Test
    void whichEnvironmentsAreProductionIsConfigurable() {
        // When
        Story story = Story.of(OracleSettings.DEFAULTS.withProduction("staging"), open("sha", "c1"));

        // Then
        assertThat(story.told("incidents", BLAME)).containsExactly("i incident_sha [\"shop/staging/d1/1\"]");
        assertThat(story.told("lanes", "environment", "production"))
                .containsExactly("prod false", "staging true", "prod false");
    }
}

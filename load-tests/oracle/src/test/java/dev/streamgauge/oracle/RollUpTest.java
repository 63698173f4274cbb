package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.build;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.owner;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums over the repositories of a team and of an organisation. */
class RollUpTest {

    private static final String API = "github.com/acme/api";

    private static Line of(String repository, Line line) {
        return line.with("repository", repository);
    }

    private static List<String> daily(Story story, String section, String... fields) {
        return story.where("window", "day").told(section, fields);
    }

    @Test
    void withoutAnEntryARepositoryBelongsToTheOrganisationOfItsName() {
        // Given: names with two, three and four parts
        Line[] lines = {
            of("local/shop", build("09:00", "1", "c", "success")),
            build("09:00", "1", "c", "success"),
            of("gitlab.com/acme/web/shop", build("09:00", "1", "c", "failure")),
            of("gitlab.com/acme/api/shop", build("09:00", "1", "c", "failure")),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(daily(story.where("scope", "organisation"), "main_branch", "name", "workflow", "count"))
                .containsExactly("github.com/acme * 1", "gitlab.com/acme * 2", "local * 1");
        assertThat(daily(story.where("scope", "team"), "main_branch", "name")).isEmpty();
    }

    @Test
    void theLatestOwnerHoldsForAllOfThePast() {
        // Given: of two of the same instant the smaller team, and then the organisation that is known
        Line[] lines = {
            owner("08:00", "alpha", "old"),
            owner("09:00", "red", null),
            owner("09:00", "red", "new"),
            owner("09:00", null, "a"),
            build("07:00", "1", "c", "success"),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(daily(story, "main_branch", "scope", "name", "workflow"))
                .containsExactly(
                        "organisation new *",
                        "repository github.com/acme/shop *",
                        "repository github.com/acme/shop ci",
                        "team red *");
        assertThat(story.told("completeness", "source", "last_event_at")).containsExactly("* 07:00", "file 07:00");
    }

    @Test
    void aTeamsLeadTimesAreThoseOfAllItsServices() {
        // Given: one minute in the shop and two in the api
        Line[] lines = {
            owner("08:00", "red", null),
            of(API, owner("08:00", "red", null)),
            landing("09:00", "c1", commit("c1")),
            deploy("09:01", "d1", "c1"),
            of(API, landing("09:00", "c2", commit("c2"))),
            of(API, deploy("09:02", "d1", "c2")),
            of(API, deploy("09:00", "d1", "c2")).with("environment", "staging"),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(daily(
                        story.where("scope", "team")
                                .where("metric", "delivery_lead_time")
                                .where("ai_evidence", "*"),
                        "lead_time",
                        "name",
                        "service",
                        "environment",
                        "count",
                        "mean_ms",
                        "p50_ms"))
                .containsExactly("red * prod 2 90000 60000", "red * staging 1 0 0");
    }

    @Test
    void aDeployOfSeveralRepositoriesCountsOnceForTheirTeam() {
        // Given
        List<String> both = List.of(Line.SHOP, API);
        Line[] lines = {
            owner("08:00", "red", null),
            of(API, owner("08:00", "red", null)),
            deploy("09:00", "d1", "c1").with("repositories", both),
            of(API, deploy("09:00", "d1", "c2")).with("repositories", both),
            deploy("2026-03-03T09:00:00Z", "d2", "c3"),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(story.told("deploys", "repository", "deploy_id", "counted_in"))
                .containsExactly(
                        "github.com/acme/api d1 github.com/acme/api",
                        "github.com/acme/shop d1 github.com/acme/api",
                        "github.com/acme/shop d2 github.com/acme/shop");
        assertThat(story.where("window", "week").told("deployments", "scope", "name", "deployments", "deploy_days"))
                .containsExactly(
                        "organisation github.com/acme 2 2",
                        "repository github.com/acme/api 1 1",
                        "repository github.com/acme/shop 2 2",
                        "team red 2 2");
    }

    @Test
    void redTimeIsNotAdded() {
        // When
        Story story = Story.of(
                landing("09:00", "c1"), build("09:10", "1", "c1", "failure"), build("09:40", "2", "c1", "success"));

        // Then
        assertThat(daily(story, "time_to_green", "scope", "workflow", "count", "sum_ms", "red_ms", "red_share"))
                .containsExactly(
                        "organisation * 1 1800000 - -",
                        "repository * 1 1800000 - -",
                        "repository ci 1 1800000 1800000 0.020833333333333332");
    }
}

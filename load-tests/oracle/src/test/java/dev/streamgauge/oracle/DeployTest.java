package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What became of a deploy, and where on main it is. */
class DeployTest {

    private static final String[] PLACE = {"deploy_id", "joined_by", "unjoined_reason", "position_sha"};

    @Test
    void aCommitOffMainStandsWhereItsBranchLeftMain() {
        // Given: main is merged into the branch once more
        Line first = landing("09:00", "m1", commit("m1"));
        Line second = landing("10:00", "m2", commit("m2").parents("m1"));
        Line branch = push(
                "10:30", "topic", "b2", commit("b1").parents("m1"), commit("b2").parents("b1", "m2"));

        // When
        Story story = Story.of(
                first,
                second,
                branch,
                deploy("11:00", "d1", "b1"),
                deploy("11:30", "d2", "b2"),
                deploy("12:00", "d3", "m2"));

        // Then
        assertThat(story.told("deploys", PLACE))
                .containsExactly("d1 fork_point - m1", "d2 fork_point - m2", "d3 on_main - m2");
    }

    @Test
    void theNearestAncestorIsNotLookedForBehindACommitOnMain() {
        // Given: by a wrong clock, m1 landed before its own parent m0
        Line first = landing("09:00", "m1", commit("m1").parents("m0"));
        Line wrong = landing("10:00", "m0", commit("m0"));
        Line branch = push("10:30", "topic", "b1", commit("b1").parents("m1"));

        // When
        Story story = Story.of(first, wrong, branch, deploy("11:00", "d1", "b1"));

        // Then
        assertThat(story.told("deploys", PLACE)).containsExactly("d1 fork_point - m1");
    }

    @Test
    void withoutAKnownAncestorTheOwningChangeJoinsIt() {
        // Given: no push listed h1, but a request has it as its head
        Line open = request("09:00", "7", "open").with("head_sha", "h1");

        // When
        Story story = Story.of(open, deploy("11:00", "d1", "h1"));

        // Then
        assertThat(story.told("deploys", PLACE)).containsExactly("d1 owned - -");
        assertThat(story.told("deliveries", "change", "evidence", "excluded"))
                .containsExactly("#7 owned_sha [\"before_landing\",\"no_author_date\"]");
    }

    @Test
    void onlyBeingListedAsACommitMakesACommitKnown() {
        // Given: p is a parent, a the head of a branch push, b its before, and l is listed
        Line branch = push("10:30", "topic", "a", commit("l").parents("p")).with("before", "b");

        // When
        Story story = Story.of(
                branch,
                deploy("11:00", "d1", "p"),
                deploy("11:00", "d2", "a"),
                deploy("11:00", "d3", "b"),
                deploy("11:00", "d4", "l"));

        // Then
        assertThat(story.told("deploys", "deploy_id", "unjoined_reason"))
                .containsExactly("d1 sha_unknown", "d2 sha_unknown", "d3 sha_unknown", "d4 off_main");
    }

    @Test
    void theBestOutcomeWinsAndItsEarliestFinish() {
        // Given
        Line failed = deploy("10:00", "d1", "m").with("outcome", "failure");
        Line late = deploy("12:00", "d1", "m");
        Line untimed = deploy("11:00", "d1", "m").without("finished_at");
        Line running = deploy("13:00", "d1", "m")
                .with("state", "running")
                .with("outcome", null)
                .with("started_at", at("09:30"));

        // When
        Story story = Story.of(late, running, failed, untimed);

        // Then: a finish that is not given is when it was said
        assertThat(story.told("deploys", "state", "outcome", "started_at", "finished_at"))
                .containsExactly("finished success 09:30 11:00");
    }

    @Test
    void anUnfinishedDeployIsAsFarAsItEverWas() {
        // Given: only a finished snapshot can say when it ended
        Line running = deploy("10:00", "d1", "m").with("state", "running").with("outcome", null);
        Line waiting = deploy("11:00", "d1", "m").with("state", "waiting").with("outcome", null);

        // When
        Story story = Story.of(running, waiting);

        // Then
        assertThat(story.told("deploys", "state", "outcome", "finished_at")).containsExactly("running - -");
    }

    @Test
    void aDeployWithoutServiceIsOfTheServiceCalledLikeItsRepository() {
        // Given: two snapshots of one deploy, then another attempt
        Line unnamed = deploy("10:00", "d1", "m2");
        Line named = deploy("10:00", "d1", "m1").with("service", "shop");
        Line again = deploy("11:00", "d1", "m1").with("attempt", 2);

        // When
        Story story = Story.of(unnamed, named, again);

        // Then
        assertThat(story.told("deploys", "service", "deploy_id", "attempt", "sha"))
                .containsExactly("shop d1 1 m1", "shop d1 2 m1");
    }

    @Test
    void rowsAreSortedByTheBytesOfTheirKeys() {
        // Given: UTF-16 would sort the last two the other way round
        List<String> services = List.of("Z", "a", "é", "\uFFFD", "😀");
        Line[] lines = services.stream()
                .map(service -> deploy("10:00", "d", "m").with("service", service))
                .toArray(Line[]::new);

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(story.told("deploys", "service")).isEqualTo(services);
    }
}

package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.build;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is on its way, what it waits for, and what reaches which lane. c1 runs in production since 10:00; c2 and c3 landed after it. */
class LaneTest {

    private static final String[] WAITS = {"change", "status", "open_stage", "open_since"};
    private static final String[] HOLDS = {"holding_deploy_id", "holding_attempt", "holding_state", "holding_since"};

    private static Story story(Line... more) {
        Line[] usual = {
            landing("09:00", "c1", commit("c1")),
            deploy("10:00", "d1", "c1"),
            landing("10:10", "c2", commit("c2")),
            landing("10:20", "c3", commit("c3")),
        };
        return Story.of(Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray(Line[]::new));
    }

    private static Line unfinished(String id, String sha, String state) {
        return deploy("11:00", id, sha)
                .with("state", state)
                .with("outcome", null)
                .with("finished_at", null);
    }

    @Test
    void aLandedChangeIsOnItsWayToProductionOnly() {
        // When
        Story story = story(deploy("10:00", "s1", "c1").with("environment", "staging"));

        // Then
        assertThat(story.told("deliveries", "change", "environment", "status", "open_stage", "open_since"))
                .containsExactly(
                        "@c1 prod delivered - -",
                        "@c1 staging delivered - -",
                        "@c2 prod in_flight integration 10:10",
                        "@c3 prod in_flight integration 10:20");
        assertThat(story.told("lanes", "environment", "waiting_changes", "oldest_waiting_change", "waiting_since"))
                .containsExactly("prod 2 @c2 10:10", "staging 0 - -");
    }

    @Test
    void greenItWaitsForADeployAndThenForItsEnd() {
        // When: c2 was green, and a deploy of c2 has begun
        Story story = story(
                build("10:30", "1", "c2", "success"),
                build("10:40", "2", "c3", "success"),
                unfinished("d2", "c2", "running").with("started_at", at("10:50")));

        // Then
        assertThat(story.told("deliveries", WAITS))
                .containsExactly(
                        "@c1 delivered - -", "@c2 in_flight deploy_run 10:50", "@c3 in_flight deploy_wait 10:40");
    }

    @Test
    void aDeployThatHasNotBegunBringsNothingYet() {
        // When
        Story story = story(unfinished("d2", "c3", "pending").with("created_at", at("10:50")));

        // Then: but it holds the lane
        assertThat(story.told("deliveries", "change", "open_stage")).contains("@c3 integration");
        assertThat(story.told("lanes", HOLDS)).containsExactly("d2 1 pending 10:50");
    }

    @Test
    void aLaneThatHasNoFirstDeployIsNobodysDestination() {
        // When
        Story story = story(
                unfinished("w1", "c3", "running").with("service", "web"),
                deploy("10:00", "w0", "nobody-knows").with("service", "web"));

        // Then: the unknown runs there all the same; of what holds it no time is known
        assertThat(story.told("deliveries", "service")).containsOnly("shop");
        assertThat(story.told(
                        "lanes", "service", "running_deploy_id", "running_sha", "running_since", "waiting_changes"))
                .containsExactly("shop d1 c1 10:00 2", "web w0 nobody-knows 10:00 0");
        assertThat(story.told("lanes", HOLDS)).containsExactly("- - - -", "w1 1 running -");
    }

    @Test
    void theUnfinishedDeployThatCameFirstHoldsTheLane() {
        // When
        Story story = story(
                unfinished("d3", "c3", "running").with("started_at", at("10:55")),
                unfinished("d2", "c2", "waiting")
                        .with("approval_requested_at", at("10:50"))
                        .with("attempt", 2));

        // Then
        assertThat(story.told("lanes", HOLDS)).containsExactly("d2 2 waiting 10:50");
    }

    @Test
    void aChangeIsDeliveredOnlyToTheServicesThatItTouches() {
        // Given: the commits of #7 touch the web and the api, and #8's nothing that is deployed
        Line web = landing(
                "10:30",
                "m",
                commit("a").with("services", List.of("web")),
                commit("m").with("request", "7").with("services", List.of("api")));
        Line docs = landing("10:40", "n", commit("n").with("request", "8").with("services", List.of()));

        // When
        Story story = story(
                web,
                docs,
                deploy("10:00", "w1", "c1").with("service", "web"),
                deploy("11:00", "w2", "n").with("service", "web"),
                deploy("11:00", "d2", "n"));

        // Then
        assertThat(story.told("changes", "change", "services")).contains("#7 [\"api\",\"web\"]", "#8 []", "@c2 -");
        assertThat(story.told("deliveries", "change", "service", "deploy_id"))
                .containsExactly(
                        "#7 web w2",
                        "@c1 shop d1",
                        "@c1 web w1",
                        "@c2 shop d2",
                        "@c2 web w2",
                        "@c3 shop d2",
                        "@c3 web w2");
    }

    @Test
    void aPickOnAReleaseBranchDeliversItsOriginal() {
        // Given: p2 on the branch of c1 picks c3 and a commit of the open request 9
        Line branch = push(
                "10:30",
                "release",
                "p2",
                commit("p1").parents("c1").with("picked_from", List.of("c3")),
                commit("p2").parents("p1").with("picked_from", List.of("h")));
        Line open = request("10:00", "9", "open").with("head_sha", "h");

        // When
        Story story = story(branch, open, deploy("11:00", "d2", "p2"), deploy("12:00", "d3", "c3"));

        // Then: c2 landed before c3, but was not picked
        assertThat(story.told("deliveries", "change", "deploy_id", "evidence"))
                .containsExactly("#9 d2 cherry_pick", "@c1 d1 owned_sha", "@c2 d3 position", "@c3 d2 cherry_pick");
    }

    @Test
    void whatMainItselfPickedIsCarriedByThatCommitOnly() {
        // Given: c4 picked the head of 9, c5 follows it
        Line four = landing("10:30", "c4", commit("c4").parents("c3").with("picked_from", List.of("h")));
        Line five = landing("10:40", "c5", commit("c5").parents("c4"));
        Line open = request("10:00", "9", "open").with("head_sha", "h");

        // When
        Story past = story(four, five, open, deploy("11:00", "d2", "c5"));
        Story there = story(four, five, open, deploy("11:00", "d2", "c4"));

        // Then
        assertThat(past.told("deliveries", "change", "deploy_id")).doesNotContain("#9 d2");
        assertThat(there.told("deliveries", "change", "deploy_id")).contains("#9 d2");
    }
}

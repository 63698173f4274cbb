package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.testkit.Deployed;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeployTest {

    /** Main is a1, b1, c1; e1 left it at b1, and e2 follows (docs/metrics.md, 7.4). */
    private static Story branched() {
        return Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                landed(commit("b1").names("2")).at("09:30"),
                landed(commit("c1").names("3")).at("10:00"),
                deploy("D0", "a1").at("09:10"));
    }

    private static Deploy only(Story story) {
        return story.rows(Deliveries.DEPLOYS).iterator().next();
    }

    @Test
    void aCommitOffMainHasThePlaceWhereItLeftMain() {
        // Given
        Story story =
                branched().then(pushed(commit("e1").parents("b1"), commit("e2").parents("e1")));

        // When
        story.then(deploy("D1", "e2").at("10:20"));

        // Then
        assertThat(story.deploys()).containsExactly("D0 on_main a1", "D1 fork_point b1");
        assertThat(story.deliveries())
                .containsExactly("#1 D0 owned_sha 10m no_author_date", "#2 D1 position 50m no_author_date");
    }

    @Test
    void ofTwoPlacesWhereItLeftMainTheGreaterHolds() {
        // Given
        Story story =
                branched().then(pushed(commit("e1").parents("b1"), commit("e2").parents("e1", "c1")));

        // When
        story.then(deploy("D1", "e2").at("10:20"));

        // Then
        assertThat(story.deploys()).contains("D1 fork_point c1");
        assertThat(story.deliveries())
                .contains("#2 D1 position 50m no_author_date", "#3 D1 position 20m no_author_date");
    }

    @Test
    void aForkPointMovesWhenAMissingCommitArrives() {
        // Given
        Story story = branched()
                .then(
                        pushed(commit("e2").parents("e1", "b1")),
                        deploy("D1", "e2").at("10:20"));
        assertThat(story.deploys()).contains("D1 fork_point b1");

        // When
        story.then(pushed(commit("e1").parents("c1")));

        // Then
        assertThat(story.deploys()).contains("D1 fork_point c1");
        assertThat(story.deliveries()).contains("#3 D1 position 20m no_author_date");
    }

    @Test
    void aForkPointMovesWhenAnAncestorTurnsOutToBeOnMain() {
        // Given
        Story story = branched()
                .then(
                        pushed(commit("e1").parents("b1"), commit("e2").parents("e1")),
                        deploy("D1", "e2").at("10:40"));

        // When
        story.then(landed(commit("e1").names("9")).at("10:10"));

        // Then
        assertThat(story.deploys()).contains("D1 fork_point e1");
        assertThat(story.deliveries())
                .contains("#3 D1 position 40m no_author_date", "#9 D1 position 30m no_author_date");
    }

    @Test
    void anUnjoinedDeployIsJoinedWhenTheMissingCommitArrives() {
        // Given
        Story story = branched()
                .then(pushed(commit("e2").parents("e1")), deploy("D1", "e2").at("10:20"));
        assertThat(story.deploys()).contains("D1 unjoined off_main");

        // When
        story.then(pushed(commit("e1").parents("b1")));

        // Then
        assertThat(story.deploys()).contains("D1 fork_point b1");
        assertThat(story.deliveries()).contains("#2 D1 position 50m no_author_date");
    }

    @Test
    void aDeployOfARequestsCommitIsOwned() {
        // Given
        Story story = branched()
                .then(pushed(commit("e2").parents("e1")), deploy("D1", "e2").at("10:20"));

        // When
        story.then(request("9").head("e2"));

        // Then
        assertThat(story.deploys()).contains("D1 owned");
        assertThat(story.deliveries()).contains("#9 D1 owned_sha before_landing no_author_date");
    }

    @Test
    void beingNamedByARequestOrAsWhereABranchWasDoesNotMakeACommitKnown() {
        // Given
        Story story = Story.of(deploy("D1", "z1"), deploy("D2", "z2"), deploy("D3", "z3"), deploy("D4", "z4"));

        // When
        story.then(
                landed(commit("a1").parents("z1")).from("z2"),
                pushed(commit("e1")).from("z2").to("z3"),
                request("4").head("z4"));

        // Then
        assertThat(story.deploys())
                .containsExactly(
                        "D1 unjoined sha_unknown", "D2 unjoined sha_unknown", "D3 unjoined sha_unknown", "D4 owned");
    }

    @Test
    void theHeadOfALandingIsKnownThoughNobodyListedIt() {
        // Given
        Story story = Story.of(deploy("D1", "h1"));

        // When
        story.then(landed(commit("a1")).to("h1"));

        // Then
        assertThat(story.deploys()).containsExactly("D1 on_main h1");
    }

    @Test
    void aCircleOfParentsHasNoPlace() {
        // Given
        Story story = Story.of(pushed(commit("e1").parents("e2"), commit("e2").parents("e1")));

        // When
        story.then(deploy("D1", "e1"));

        // Then
        assertThat(story.deploys()).containsExactly("D1 unjoined off_main");
    }

    @Test
    void aNamelessServiceIsCalledAsTheRepository() {
        // Given
        Deployed nameless = deploy("D1", "a1");

        // When
        Story story = Story.of(nameless);

        // Then
        assertThat(only(story).ref().lane()).isEqualTo(new Lane("shop", "production"));
    }

    @Test
    void anUnfinishedDeployIsAsFarAsItsFurthestSnapshot() {
        // Given
        Story story = Story.of(deploy("D1", "a1").state("running").at("09:03"));

        // When
        story.then(
                deploy("D1", "a1").state("waiting").at("09:05"),
                deploy("D1", "a1").state("pending").at("09:06"));

        // Then
        assertThat(only(story).state()).isEqualTo("running");
        assertThat(only(story).finishedAt()).isNull();
    }

    @Test
    void aFinishedDeployStaysFinished() {
        // Given
        Story story = Story.of(deploy("D1", "a1").outcome("failure").at("09:03"));

        // When
        story.then(deploy("D1", "a1").state("running").at("09:05"));

        // Then
        assertThat(only(story).state()).isEqualTo("finished");
        assertThat(only(story).outcome()).isEqualTo("failure");
    }

    @Test
    void theFinishIsTheEarliestOfTheSnapshotsWithTheWinningOutcome() {
        // Given
        Story story = Story.of(deploy("D1", "a1").outcome("failure").at("09:03"));

        // When
        story.then(
                deploy("D1", "a1").at("09:09"),
                deploy("D1", "a1").at("09:07").withoutFinish(),
                deploy("D1", "a1").outcome("cancelled").at("09:01"));

        // Then
        assertThat(only(story).outcome()).isEqualTo("success");
        assertThat(only(story).finishedAt()).isEqualTo(Moments.millis("09:07"));
    }

    @Test
    void theSmallestCommitHoldsIfSnapshotsDisagree() {
        // Given
        Story story = branched().then(deploy("D1", "c1").at("10:20"));

        // When
        story.then(deploy("D1", "b1").at("10:20"));

        // Then
        assertThat(story.deploys()).contains("D1 on_main b1");
        assertThat(story.deliveries())
                .containsExactly("#1 D0 owned_sha 10m no_author_date", "#2 D1 owned_sha 50m no_author_date");
    }

    @Test
    void eachDeployHasThePlaceThatASearchFromScratchFinds() {
        // Given
        for (long seed = 1; seed <= 300; seed++) {
            List<Telling> history = new RandomHistory(2_000 + seed).events(50);

            // When
            Story story = Story.of(history);

            // Then
            ForkModel model = new ForkModel(story.rows(Landings.COMMITS));
            assertThat(story.rows(Deliveries.DEPLOYS))
                    .allSatisfy(deploy -> assertThat(deploy.position()).isEqualTo(model.place(deploy.sha())));
        }
    }

    @Test
    void mergingSnapshotsDoesNotCareAboutOrderGroupingOrRepetition() {
        // Given
        Random random = new Random(51);
        for (int i = 0; i < 5_000; i++) {
            Deploy a = random(random);
            Deploy b = random(random);
            Deploy c = random(random);

            // When
            Deploy merged = a.merge(b).merge(c);

            // Then
            assertThat(merged).isEqualTo(a.merge(b.merge(c)));
            assertThat(merged).isEqualTo(c.merge(a).merge(b));
            assertThat(merged).isEqualTo(merged.merge(a).merge(merged));
        }
    }

    private static Deploy random(Random random) {
        Deployed snapshot = deploy("D1", "a" + random.nextInt(3));
        snapshot = random.nextBoolean()
                ? snapshot.outcome(List.of("success", "failure", "cancelled").get(random.nextInt(3)))
                : snapshot.state(List.of("pending", "waiting", "running").get(random.nextInt(3)));
        snapshot.at("09:0" + random.nextInt(4));
        return Deploy.of((random.nextBoolean() ? snapshot : snapshot.withoutFinish()).event());
    }
}

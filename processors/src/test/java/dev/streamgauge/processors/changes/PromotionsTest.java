package dev.streamgauge.processors.changes;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.completeness.Gap;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.testkit.Reviewed;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PromotionsTest {

    private static Reviewed feature(String number, String sha) {
        return request(number)
                .from("feature-" + number)
                .into("develop")
                .head(sha)
                .merged("m" + number);
    }

    /** Two features were merged to develop, and develop to main. */
    private static List<Telling> gitflow() {
        return List.of(
                pushed(
                        commit("f1").authored("08:00").services("shop"),
                        commit("f2").authored("08:10").services("cart"),
                        commit("m1"),
                        commit("m2")),
                feature("1", "f1"),
                feature("2", "f2"),
                request("3")
                        .from("develop")
                        .into("main")
                        .commits("f1", "f2", "m1", "m2")
                        .merged("m3"),
                landed(
                                commit("f1"),
                                commit("f2"),
                                commit("m1"),
                                commit("m2"),
                                commit("m3").names("3").authored("07:00"))
                        .at("10:00"));
    }

    private static Story shuffled(List<Telling> events, long seed) {
        List<Telling> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));
        return Story.of(shuffled);
    }

    private static List<String> joins(Story story) {
        return story.rows(Changes.CHANGES).stream()
                .filter(Change::published)
                .map(change ->
                        "%s %s %s".formatted(change.id().replace(Story.SHOP, ""), change.state(), change.joinedBy()))
                .toList();
    }

    @Test
    void aPromotionIsWeighedAgainWhenACommitThatOnlyNamedARequestIsClaimedByIt() {
        // Given
        Story story = Story.of(
                landed(commit("m1").names("1")).at("09:00"),
                request("1").from("feature-1").into("develop").opened("08:00"),
                request("9").from("feature-9").into("develop").merged("m9"),
                request("3").from("develop").into("main").commits("m1").opened("08:30"));

        // When
        story.then(request("1").from("feature-1").into("develop").merged("m1"));

        // Then
        assertThat(joins(story)).noneMatch(join -> join.startsWith("#3"));
    }

    @Test
    void whenDevelopIsMergedToMainTheFeaturesLandAndNotTheMerge() {
        for (long seed = 0; seed < 50; seed++) {
            // Given
            List<Telling> events = gitflow();

            // When
            Story story = shuffled(events, seed);

            // Then
            assertThat(story.main()).containsExactly("m3 #1 #2");
            assertThat(story.changes())
                    .containsExactly("#1 landed carried m3 10:00 08:00", "#2 landed carried m3 10:00 08:10");
            assertThat(story.change("#1").services()).containsExactly("shop");
            assertThat(story.change("#3").published()).isFalse();
        }
    }

    @Test
    void aDeployOfThePromotionsMergeDeliversWhatItCarriedToItsServices() {
        // Given
        Story story = Story.of(gitflow());

        // When
        story.then(
                deploy("D1", "m3").at("10:30"),
                deploy("D2", "m3").to("cart", "production").at("10:30"));

        // Then
        assertThat(story.deliveries()).containsExactly("#1 D1 owned_sha 30m 150m");
        assertThat(story.deliveries(new Lane("cart", "production"))).containsExactly("#2 D2 owned_sha 30m 140m");
    }

    @Test
    void aDeployOfAFeatureDeliversItAloneThoughThePromotionBroughtIt() {
        // Given
        Story story = Story.of(gitflow());

        // When
        story.then(deploy("D1", "f1").at("10:30"));

        // Then
        assertThat(story.change("#1").watched()).containsExactly("f1");
        assertThat(story.change("#2").watched()).isEmpty();
        assertThat(story.change("#3").watched()).isEmpty();
    }

    @Test
    void aPromotionIsNoGapThoughNobodySawItLand() {
        // Given
        Reviewed promotion =
                request("3").from("develop").into("main").head("f1").merged("m3");

        // When
        Story story = Story.of(promotion, feature("1", "f1"));

        // Then
        assertThat(story.missing(Gap.MERGE_WITHOUT_LANDING)).isZero();
        assertThat(story.changes()).containsExactly("#1 merged - - -");
    }

    @Test
    void aReleaseOfMainIsACarrierAndItsCommitOnMainFallsToTheNextRule() {
        // Given
        Story story = Story.of(landed(commit("a1").names("1")).at("09:00"));

        // When
        story.then(
                request("4").from("main").into("main").state("open"),
                request("5").from("main").into("release").merged("a1"));
        story.then(request("6").into("main").state("open"));

        // Then
        assertThat(story.main()).containsExactly("a1 #1");
        assertThat(story.change("#5").published()).isFalse();
        assertThat(story.change("#4").published()).isTrue();
    }

    @Test
    void aForksMainIsNoPromotion() {
        // Given
        Reviewed fork = request("4")
                .from("main")
                .fork("github.com/eve/shop")
                .into("main")
                .merged("a1");

        // When
        Story story = Story.of(fork, landed(commit("a1")));

        // Then
        assertThat(joins(story)).containsExactly("#4 landed merge_sha");
    }

    @Test
    void aStackedRequestHasCommitsOfItsOwnAndIsAChange() {
        // Given
        Reviewed upper = request("2").from("part-2").into("part-1").head("e2").merged("e2");
        Reviewed lower =
                request("1").from("part-1").into("main").commits("e1", "e2").merged("m1");

        // When
        Story story = Story.of(upper, lower, landed(commit("m1")));

        // Then
        assertThat(joins(story)).containsExactly("#1 landed merge_sha", "#2 merged null");
    }

    @Test
    void aRequestFromALongLivedBranchThatNamesNothingIsAChange() {
        // Given
        Reviewed promotion = request("3").from("develop").into("main").merged("m3");

        // When
        Story story = Story.of(feature("1", "f1"), promotion, landed(commit("m3")));

        // Then
        assertThat(joins(story)).containsExactly("#1 merged null", "#3 landed merge_sha");
    }

    @Test
    void aRequestCeasesToBeAPromotionWhenItNamesACommitOfItsOwn() {
        // Given
        Story story = Story.of(gitflow());

        // When
        story.then(request("3").from("develop").into("main").head("d9"));

        // Then
        assertThat(joins(story)).containsExactly("#1 merged null", "#2 merged null", "#3 landed merge_sha");
        assertThat(story.change("#3").firstAuthoredAt()).isNotNull();
    }

    @Test
    void aRequestBecomesAPromotionWhenItsBranchTurnsOutToBeLongLived() {
        // Given
        Story story = Story.of(
                request("1").from("feature-1").into("develop").head("f1"),
                request("3").from("develop").into("main").head("f1").merged("m3"),
                landed(commit("m3")));
        List<String> before = joins(story);

        // When
        story.then(feature("2", "f2"));

        // Then
        assertThat(before).containsExactly("#1 open null", "#3 landed merge_sha");
        assertThat(joins(story)).containsExactly("#1 landed carried", "#2 merged null");
    }

    @Test
    void aFeaturesClaimCeasesToCountWhenItsBranchTurnsOutToBeLongLived() {
        // Given
        Story story = Story.of(gitflow());

        // When
        story.then(request("9").from("x").into("feature-1").merged("f0"));

        // Then
        assertThat(joins(story))
                .containsExactly("#1 merged null", "#2 merged null", "#3 landed merge_sha", "#9 merged null");
    }

    @Test
    void everyCommitOfAFastForwardPromotionLandsWhatItCarries() {
        // Given
        List<Telling> events = List.of(
                feature("1", "f1"),
                feature("2", "f2"),
                request("3").from("develop").into("main").commits("f1", "f2").merged("f2"),
                landed(commit("f1").broughtBy("f1"), commit("f2").broughtBy("f2"))
                        .at("10:00"));

        // When
        Story story = Story.of(events);

        // Then
        assertThat(story.main()).containsExactly("f1 #1 #2", "f2 #1 #2");
    }

    @Test
    void aRebasedRequestThatListsItsCommitsOnMainLandsByThem() {
        // Given
        Story story = Story.of(landed(commit("r1").broughtBy("r1"), commit("r2").broughtBy("r2"))
                .at("09:30"));

        // When
        story.then(request("1").into("main").commits("r1", "r2").state("merged"));

        // Then
        assertThat(story.main()).containsExactly("r1 #1", "r2 #1");
        assertThat(story.changes()).containsExactly("#1 landed listed r1 09:30 -");
    }

    @Test
    void onlyASnapshotThatSaysMergedIntoTheDefaultBranchListsCommitsOfMain() {
        // Given
        Story story = Story.of(landed(commit("r1")).at("09:30"));

        // When
        story.then(
                request("1").into("main").commits("r1"),
                request("1").into("develop").commits("r1").state("merged"));

        // Then
        assertThat(story.main()).containsExactly("r1 @r1");
    }

    @Test
    void theMessagePrevailsOverARequestThatListsTheCommit() {
        // Given
        Story story = Story.of(landed(commit("r1").names("2")));

        // When
        story.then(request("1").into("main").head("r1").state("merged"));

        // Then
        assertThat(story.main()).containsExactly("r1 #2");
    }
}

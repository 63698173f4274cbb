package dev.streamgauge.processors.watch;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchTest {

    private static final String CI = """
            rules:
              - { name: CiOld, kind: age, scope: { queue: ci }, threshold: 30m, for: 5m }
            """;
    private static final String TEAM = """
            rules:
              - { name: TeamReviews, kind: depth, level: team, scope: { queue: review.pickup }, threshold: 0 }
            """;

    @Test
    void aQueueInWhichNothingHappensAlerts() {
        // Given
        WatchedShop shop =
                WatchedShop.under("09:00", CI).heard(build("17", "a").queued().queued("09:00"));

        // When
        shop.until("10:00");

        // Then
        assertThat(shop.alerts()).containsExactly("pending CiOld shop", "firing CiOld shop");
    }

    @Test
    void itIsResolvedWhenTheOldestStarts() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", CI)
                .heard(build("17", "a").queued().queued("09:00"))
                .until("10:00");
        shop.alerts();

        // When
        shop.heard(build("17", "a").running().queued("09:00").started("10:00")).until("10:01");

        // Then
        assertThat(shop.alerts()).containsExactly("resolved CiOld shop");
    }

    @Test
    void aRestartMakesNoSecondEpisode() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", CI)
                .heard(build("17", "a").queued().queued("09:00"))
                .until("09:33");
        assertThat(shop.alerts()).containsExactly("pending CiOld shop");

        // When
        shop.restarted().until("09:40").restarted().until("11:00");

        // Then
        assertThat(shop.alerts()).containsExactly("firing CiOld shop");
    }

    @Test
    void aShortPauseLeavesAPendingEpisodeAsItIs() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", CI)
                .heard(build("17", "a").queued().queued("09:00"))
                .until("09:33");
        shop.alerts();

        // When
        shop.behind(true).until("09:36").behind(false).until("09:37");

        // Then
        assertThat(shop.alerts()).containsExactly("firing CiOld shop");
    }

    @Test
    void whileItIsBehindNothingIsEvaluatedAndAPendingEpisodeBeginsAnew() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", CI)
                .heard(build("17", "a").queued().queued("09:00"))
                .until("09:33");
        shop.alerts();

        // When
        shop.behind(true).until("09:50").behind(false).until("09:54");

        // Then
        assertThat(shop.alerts()).containsExactly("pending CiOld shop");
        assertThat(shop.until("09:56").alerts()).containsExactly("firing CiOld shop");
    }

    @Test
    void aBackfillPagesNobodyButItsQueuesArePublished() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", CI);

        // When
        shop.heard(build("17", "a").queued().queued("06:00").at("08:00"))
                .heardHistory()
                .until("09:09");

        // Then
        assertThat(shop.alerts()).isEmpty();
        assertThat(shop.queues("ci")).startsWith("1 +0 -0");
        assertThat(shop.until("09:11").alerts()).containsExactly("pending CiOld shop");
    }

    @Test
    void aBackfillOfARepositoryPagesItsTeamOnlyIfTheQueueIsStillThereAfterwards() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", TEAM)
                .owned("red")
                .heard(request("7").opened("06:00").at("06:00"))
                .heardHistory()
                .until("09:09");
        assertThat(shop.alerts()).isEmpty();

        // When
        shop.until("09:11");

        // Then
        assertThat(shop.alerts()).containsExactly("firing TeamReviews red");
    }

    @Test
    void aQueueThatWasEmptyForAnHourIsGone() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", CI)
                .heard(build("17", "a").queued().queued("09:00").at("09:00"))
                .until("09:01")
                .heard(build("17", "a")
                        .running()
                        .queued("09:00")
                        .started("09:01")
                        .at("09:01"));

        // When
        shop.until("10:30");

        // Then
        assertThat(shop.queues("ci")).containsExactly("1 +1 -0", "0 +1 -1", "0 +0 -1", "gone");
    }

    @Test
    void aRuleThatIsTakenAwayResolvesItsAlerts() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", CI)
                .heard(build("17", "a").queued().queued("09:00"))
                .until("10:00");
        shop.alerts();

        // When
        shop.rules(TEAM).until("10:01");

        // Then
        assertThat(shop.alerts()).containsExactly("resolved CiOld shop");
    }

    @Test
    void whatLeftWhileNobodyWatchedIsGoneForItsTeamToo() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", TEAM)
                .owned("red")
                .heard(request("7").opened("08:00"))
                .until("09:01");
        assertThat(shop.alerts()).containsExactly("firing TeamReviews red");

        // When
        shop.restarted()
                .heard(request("7").state("closed").opened("08:00").at("09:02"))
                .until("09:03");

        // Then
        assertThat(shop.alerts()).containsExactly("resolved TeamReviews red");
    }

    @Test
    void aRestartAfterTheHourOfItsDepartureEmptiesTheTeamsQueueToo() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", TEAM)
                .owned("red")
                .heard(request("7").opened("07:00"))
                .until("09:01");
        shop.alerts();

        // When
        shop.unwatchedUntil("11:00")
                .restarted()
                .heard(request("7").state("closed").opened("07:00").at("09:02"))
                .until("11:01");

        // Then
        assertThat(shop.alerts()).containsExactly("resolved TeamReviews red");
    }

    @Test
    void aFreezeOfTheNewTeamSilencesWhatTheRepositoryBroughtAlong() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", CI)
                .owned("red")
                .heard(build("17", "a").queued().queued("08:00"))
                .until("09:10");
        shop.alerts();

        // When
        shop.owned("blue").rules(CI + """
                maintenance:
                  - { name: freeze, scope: { team: blue }, from: 2026-03-02T00:00:00Z, until: 2026-03-03T00:00:00Z }
                """).until("09:11");

        // Then
        assertThat(shop.alerts()).containsExactly("firing CiOld shop suppressed by freeze");
    }

    @Test
    void aRepositoryThatMovesTakesItsQueuesToTheOtherTeam() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", TEAM)
                .owned("red")
                .heard(request("7").opened("08:00"))
                .until("09:01");
        assertThat(shop.alerts()).containsExactly("firing TeamReviews red");

        // When
        shop.owned("blue").until("09:02");

        // Then
        assertThat(shop.alerts()).containsExactlyInAnyOrder("resolved TeamReviews red", "firing TeamReviews blue");
    }

    @Test
    void mainThatStaysRedAlerts() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", """
                        rules:
                          - { name: MainRed, kind: red_for, threshold: 30m }
                        """)
                .heard(landed(commit("a")).at("08:50"), build("1", "a").failed().at("09:00"));

        // When
        shop.until("09:40").heard(build("2", "a").at("09:40")).until("09:41");

        // Then
        assertThat(shop.alerts()).containsExactly("firing MainRed shop", "resolved MainRed shop");
    }

    @Test
    void failuresThatUseUpTheObjectiveAlertAndOldOnesStopCounting() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", """
                rules:
                  - { name: MainFails, kind: success_rate, threshold: 0.5, window: 1h, minimum: 2 }
                """);
        shop.heard(landed(commit("a")).at("08:00"))
                .heard(
                        build("1", "a").failed().at("08:50"),
                        build("2", "a").failed().at("08:55"));

        // When
        shop.until("09:05")
                .restarted()
                .heard(build("3", "a").at("09:06"), build("4", "a").at("09:07"));

        // Then
        assertThat(shop.until("10:30").alerts()).containsExactly("firing MainFails shop", "resolved MainFails shop");
    }

    @Test
    void aLaneThatNothingReachesIsHeld() {
        // Given
        WatchedShop shop = WatchedShop.under("09:00", """
                        rules:
                          - { name: Held, kind: held_lane, threshold: 1h }
                        """)
                .heard(
                        landed(commit("a")).at("08:00"),
                        deploy("D1", "a").at("08:10"),
                        landed(commit("b")).from("a").at("09:00"));

        // When
        shop.until("10:10").heard(deploy("D2", "b").at("10:10")).until("10:11");

        // Then
        assertThat(shop.alerts()).containsExactly("firing Held shop", "resolved Held shop");
    }

    @Test
    void aSourceThatFallsSilentAlerts() {
        // Given
        WatchedShop shop =
                WatchedShop.under("09:00", """
                        rules:
                          - { name: Silent, kind: silent_source, threshold: 1h, scope: { source: git } }
                        """).heard(landed(commit("a")).at("09:00"));

        // When
        shop.until("10:01");

        // Then
        assertThat(shop.alerts()).containsExactly("firing Silent shop");
    }
}

package dev.streamgauge.processors.completeness;

import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.look;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Looked;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebhooksTest {

    /** Each holds against the one before it. */
    private static List<Looked> rising() {
        return List.of(
                look("github").at("09:00").lost(9).waiting(9),
                look("github").at("10:00"),
                look("github").at("10:00").back("08:30"),
                look("github").at("10:00").back("08:00"),
                look("github").at("10:00").missingSince("09:30"),
                look("github").at("10:00").missingSince("09:00"),
                look("github").at("10:00").waiting(1),
                look("github").at("10:00").lost(1),
                look("github").at("10:00").lost(1).waiting(1),
                look("github").at("10:01"));
    }

    static List<Integer> steps() {
        return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    /** "09:30 08:00 08:10 2 1 09:30": checked at, since, missing since, waiting, lost, lost at. */
    private static String told(Story story, String source) {
        Webhooks told = story.completeness(source).webhooks();
        return String.join(
                " ",
                Moments.told(told.checkedAt()),
                Moments.told(told.checkedSince()),
                Moments.told(told.missingSince()),
                Long.toString(told.waiting()),
                Long.toString(told.lost()),
                Moments.told(told.lostAt()));
    }

    @Test
    void whatALookFoundIsSaidOfItsSourceAndOfTheRepository() {
        // Given
        Looked look = look("github")
                .at("09:30")
                .back("08:00")
                .missingSince("08:10")
                .waiting(2)
                .lost(1);

        // When
        Story story = Story.of(look);

        // Then
        assertThat(told(story, "github")).isEqualTo("09:30 08:00 08:10 2 1 09:30");
        assertThat(told(story, "*")).isEqualTo("- - 08:10 2 1 09:30");
    }

    @Test
    void aLaterLookTakesBackWhatAnEarlierOneFound() {
        // Given
        Story story = Story.of(look("github").at("09:30").missingSince("08:10").waiting(2));

        // When
        story.then(look("github").at("09:40").back("08:20"));

        // Then
        assertThat(told(story, "github")).isEqualTo("09:40 08:20 - 0 0 -");
        assertThat(told(story, "*")).isEqualTo("- - - 0 0 -");
    }

    @Test
    void anEarlierLookThatArrivesLateChangesNothing() {
        // Given
        Story story = Story.of(look("github").at("09:40"));

        // When
        story.then(look("github").at("09:30").missingSince("08:10").waiting(2));

        // Then
        assertThat(told(story, "github")).isEqualTo("09:40 - - 0 0 -");
    }

    @Test
    void thatSomethingWasLostIsRememberedWhenTheSourceShowsItNoLonger() {
        // Given
        Looked lost = look("github").at("09:30").lost(1);
        Looked blind = look("github").at("09:40");

        // When
        Story story = Story.of(blind, lost);

        // Then
        assertThat(told(story, "github")).isEqualTo("09:40 - - 0 0 09:30");
        assertThat(told(story, "*")).isEqualTo("- - - 0 0 09:30");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void ofTwoLooksOneHoldsInWhateverOrderTheyArrive(int step) {
        // Given
        Looked lesser = rising().get(step);
        Looked greater = rising().get(step + 1);

        // When
        List<Story> stories = List.of(Story.of(lesser, greater), Story.of(greater, lesser, greater));

        // Then
        assertThat(stories).allSatisfy(story -> {
            Webhooks told = story.completeness("github").webhooks();
            assertThat(told).isEqualTo(Webhooks.of(greater.event()).merge(told));
            assertThat(told.lost()).isEqualTo(greater.event().getLost());
            assertThat(told.waiting()).isEqualTo(greater.event().getWaiting());
        });
        assertThat(stories.get(0).facts()).isEqualTo(stories.get(1).facts());
    }

    @Test
    void aRepositoryLacksWhatItsSourcesLackTogether() {
        // When
        Story story = Story.of(
                look("github").at("09:30").missingSince("08:10").waiting(2).lost(1),
                look("gitlab").at("09:20").missingSince("08:00").waiting(3).lost(4),
                look("github").at("09:35").missingSince("08:20").waiting(1).lost(1));

        // Then
        assertThat(told(story, "*")).isEqualTo("- - 08:00 4 5 09:35");
    }

    @Test
    void aLookIsNoSignOfLifeOfItsSource() {
        // Given
        Story story = Story.of(deploy("D1", "a1").at("09:10"));
        Completeness before = story.completeness("*");

        // When
        story.then(look("argo").at("10:00"), look("github").at("10:00"));

        // Then
        assertThat(story.heard("argo")).isEqualTo("09:10 09:10");
        assertThat(story.heard("github")).isEqualTo("- -");
        assertThat(story.completeness("github").lastReceivedAt()).isNull();
        assertThat(story.completeness("*").lastEventAt()).isEqualTo(before.lastEventAt());
        assertThat(story.completeness("*").lastReceivedAt()).isEqualTo(before.lastReceivedAt());
    }

    @Test
    void everythingIsFetchedAgainWhereSomethingIsLost() {
        // Given
        Story story = Story.of(incident("I1").blames("D1"), look("github").waiting(1));
        String waiting = story.completeness("*").mend();

        // When
        story.then(look("github").at("09:30").lost(1));

        // Then
        assertThat(waiting).isEqualTo("deploys");
        assertThat(story.completeness("*").mend()).isEqualTo("commits,requests,builds,deploys,incidents");
        assertThat(story.completeness("github").mend()).isNull();
    }

    @Test
    void nothingNeedsToBeFetchedOnceALookFindsNothingLost() {
        // Given
        Story story = Story.of(look("github").at("09:30").lost(1));

        // When
        story.then(look("github").at("09:40"));

        // Then
        assertThat(story.completeness("*").mend()).isNull();
    }

    @Test
    void gapsAndLooksDoNotDisturbEachOther() {
        // Given
        List<Looked> looks = new ArrayList<>(rising());

        // When
        Story story = Story.of(deploy("D1", "e1"), looks.get(8), deploy("D2", "e2"), looks.get(9));

        // Then
        assertThat(story.missing(Gap.DEPLOY_SHA_UNKNOWN)).isEqualTo(2);
        assertThat(told(story, "*")).isEqualTo("- - - 0 0 10:00");
    }
}

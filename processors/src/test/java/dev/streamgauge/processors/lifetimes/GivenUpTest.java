package dev.streamgauge.processors.lifetimes;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.completeness.Gap;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.testkit.LongHistory.Arrival;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Remembering;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes, in a memory of six days, of that which was never told to end. */
class GivenUpTest {

    private static final String FIRST = "2026-03-01T09:00:00Z";
    private static final String LAST = "2026-03-28T09:00:00Z";

    private final Remembering memory = new Remembering(new Memory(Duration.ofDays(6)), Definitions.DEFAULT);

    private void hears(String time, Telling... events) {
        for (Telling each : events) {
            memory.hears(new Arrival(Moments.at(time), each.event()));
        }
    }

    private void rests() {
        memory.rests(Moments.at(LAST));
    }

    @Test
    void aBuildWhoseEndNobodyTellsLeavesTheCountOfTheUnfinished() {
        // Given
        hears(FIRST, build("1", "a").running().at(FIRST), build("2", "a").at(FIRST));
        assertThat(memory.missing(Gap.BUILD_UNFINISHED)).isEqualTo(1);

        // When
        rests();

        // Then
        assertThat(memory.missing(Gap.BUILD_UNFINISHED)).isZero();
    }

    @Test
    void aDeployWhoseEndNobodyTellsLeavesTheCountOfTheUnfinishedButWhatElseItLacksStaysSaid() {
        // Given
        hears(FIRST, deploy("D1", "a").state("running").started(FIRST).at(FIRST));
        assertThat(memory.missing(Gap.DEPLOY_UNFINISHED)).isEqualTo(1);

        // When
        rests();

        // Then
        assertThat(memory.missing(Gap.DEPLOY_UNFINISHED)).isZero();
        assertThat(memory.missing(Gap.DEPLOY_SHA_UNKNOWN)).isEqualTo(1);
    }

    @Test
    void anEndThatIsToldAfterAllIsNotTakenAwayTwice() {
        // Given
        hears(FIRST, build("1", "a").running().at(FIRST));
        hears(FIRST, deploy("D1", "a").state("running").started(FIRST).at(FIRST));
        rests();

        // When
        hears(LAST, build("1", "a").at(LAST), deploy("D1", "a").at(LAST));

        // Then
        assertThat(memory.missing(Gap.BUILD_UNFINISHED)).isZero();
        assertThat(memory.missing(Gap.DEPLOY_UNFINISHED)).isZero();
    }

    @Test
    void whatIsHeardOfAgainAndStillRunsIsCountedAgain() {
        // Given
        hears(FIRST, build("1", "a").running().at(FIRST));
        rests();

        // When
        hears(LAST, build("1", "a").running().at(LAST));

        // Then
        assertThat(memory.missing(Gap.BUILD_UNFINISHED)).isEqualTo(1);
    }

    @Test
    void whatHasFinishedIsForgottenWithoutATrace() {
        // Given
        hears(
                FIRST,
                landed(commit("a")).at(FIRST),
                build("1", "a").running().at(FIRST),
                build("1", "a").at(FIRST));

        // When
        rests();

        // Then
        assertThat(memory.missing(Gap.BUILD_UNFINISHED)).isZero();
    }

    @Test
    void anOpenRequestAndAnOpenIncidentAreCountedForEver() {
        // Given
        hears(FIRST, request("7").at(FIRST), incident("I").at(FIRST));

        // When
        rests();

        // Then
        assertThat(memory.missing(Gap.REQUEST_OPEN)).isEqualTo(1);
        assertThat(memory.missing(Gap.INCIDENT_OPEN)).isEqualTo(1);
    }
}

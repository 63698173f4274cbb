package dev.streamgauge.processors.lifetimes;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.failures.Kind;
import dev.streamgauge.processors.failures.Verdict;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.testkit.LongHistory.Arrival;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Remembering;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What survives a memory of six days, and what does not. */
class SurvivorsTest {

    private static final String MARCH = "2026-03-%02dT09:00:00Z";

    private final Remembering memory = new Remembering(new Memory(Duration.ofDays(6)), Definitions.DEFAULT);

    private static String march(int day) {
        return MARCH.formatted(day);
    }

    private void on(int day, Telling... events) {
        for (Telling each : events) {
            memory.hears(new Arrival(Moments.at(march(day)), each.event()));
        }
    }

    private void restsUntil(int day) {
        memory.rests(Moments.at(march(day)));
    }

    private Delivery delivery(String change, String environment) {
        return memory.published(Deliveries.DELIVERIES).values().stream()
                .filter(each -> each.change().equals(Story.SHOP + change)
                        && each.lane().environment().equals(environment))
                .findFirst()
                .orElse(null);
    }

    private Verdict verdict(String deployId) {
        return memory.published(Failures.VERDICTS).values().stream()
                .filter(each -> each.deploy().ref().deployId().equals(deployId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDeployAfterALongRestIsNotTheFirstOfItsLane() {
        // Given
        on(1, landed(commit("a")).at(march(1)), deploy("D1", "a").at(march(1)));
        on(2, landed(commit("b")).at(march(2)), deploy("D2", "b").at(march(2)));
        restsUntil(28);

        // When
        on(28, landed(commit("c")).at(march(28)), landed(commit("d")).at("2026-03-28T10:00:00Z"));
        on(29, deploy("D3", "d").at(march(29)));

        // Then
        assertThat(delivery("@c", "production").evidence()).isEqualTo("position");
        assertThat(memory.size(Deliveries.DEPLOYS)).isEqualTo(2);
    }

    @Test
    void whatRunsIsKnownHoweverLongItRuns() {
        // Given
        on(1, landed(commit("a")).at(march(1)), deploy("D1", "a").at(march(1)));
        restsUntil(28);

        // When
        on(28, deploy("D2", "a").at(march(28)));

        // Then
        assertThat(verdict("D2").kind()).isEqualTo(Kind.RESYNC);
        assertThat(verdict("D2").deploy().joinedBy()).isEqualTo("on_main");
    }

    @Test
    void aChangeThatWaitsForTooLongIsGivenUp() {
        // Given
        on(1, landed(commit("a")).at(march(1)), deploy("D1", "a").at(march(1)));
        on(2, landed(commit("b")).at(march(2)));

        // When
        restsUntil(28);

        // Then
        assertThat(delivery("@b", "production").isInFlight()).isTrue();
        assertThat(memory.published(Deliveries.LANE_STATES).values())
                .extracting(LaneState::waitingChanges)
                .containsExactly(0);
        assertThat(memory.size(Changes.CHANGES)).isZero();
    }

    @Test
    void aNewDeployAfterwardsDeliversWhatWasNotGivenUp() {
        // Given
        on(1, landed(commit("a")).at(march(1)), deploy("D1", "a").at(march(1)));
        on(2, landed(commit("b")).at(march(2)));
        restsUntil(28);

        // When
        on(28, landed(commit("c")).at(march(28)), deploy("D2", "c").at(march(28)));

        // Then
        assertThat(delivery("@b", "production").isInFlight()).isTrue();
        assertThat(delivery("@c", "production").isDelivered()).isTrue();
    }

    @Test
    void aPreviewIsForgottenAndItsLaneWithIt() {
        // Given
        on(1, landed(commit("a")).at(march(1)), deploy("D1", "a").at(march(1)));
        on(1, deploy("P1", "a").to("shop", "preview-1").at(march(1)));

        // When
        restsUntil(28);

        // Then
        assertThat(memory.size(Deliveries.LANE_STATES)).isEqualTo(1);
        assertThat(memory.size(Deliveries.DEPLOYS)).isEqualTo(1);
        assertThat(memory.published(Deliveries.LANE_STATES).values())
                .extracting(lane -> lane.running().deployId())
                .containsExactly("P1", "D1");
    }

    @Test
    void aDeployThatNobodyHearsOfAnyMoreHoldsItsLaneNoMore() {
        // Given
        on(1, landed(commit("a")).at(march(1)), deploy("D1", "a").at(march(1)));
        on(2, deploy("D2", "a").state("running").started(march(2)));

        // When
        restsUntil(28);

        // Then
        assertThat(memory.published(Deliveries.LANE_STATES).values())
                .extracting(LaneState::holding)
                .containsOnlyNulls();
    }

    @Test
    void anEpisodeThatIsStillRedKeepsItsFailures() {
        // Given
        on(1, landed(commit("a")).at(march(1)), build("r1", "a").failed().at(march(1)));
        on(2, landed(commit("b")).at(march(2)), build("r2", "b").failed().at(march(2)));
        restsUntil(28);

        // When
        on(28, landed(commit("c")).at(march(28)), build("r3", "c").at(march(28)));

        // Then
        assertThat(memory.published(MainHealth.EPISODES).values())
                .extracting(Episode::failures, Episode::attempts, Episode::open)
                .containsExactly(tuple(2, 3, false));
    }

    @Test
    void anOpenRequestIsKeptAndSoAreItsCommits() {
        // Given
        on(1, request("7").state("open").head("h").at(march(1)));
        on(1, request("8").state("closed").head("i").at(march(1)));

        // When
        restsUntil(28);

        // Then
        assertThat(memory.size(Changes.CHANGES)).isEqualTo(1);
        assertThat(memory.size(Landings.COMMITS)).isEqualTo(1);
    }

    @Test
    void anOpenIncidentKeepsTheDeployThatItIsPutDownTo() {
        // Given
        on(1, landed(commit("a")).at(march(1)), deploy("D1", "a").at(march(1)));
        on(1, incident("i").blames("D1").at(march(1)));
        on(2, landed(commit("b")).at(march(2)), deploy("D2", "b").at(march(2)));
        restsUntil(20);

        // When
        on(20, incident("i").blames("D1").at(march(20)).resolved(march(20)));

        // Then
        assertThat(verdict("D1").recovery().by()).isEqualTo("incident_resolved");
    }

    @Test
    void onceItIsResolvedBothAreForgotten() {
        // Given
        on(1, landed(commit("a")).at(march(1)), deploy("D1", "a").at(march(1)));
        on(1, incident("i").blames("D1").at(march(1)).resolved(march(2)));
        on(2, landed(commit("b")).at(march(2)), deploy("D2", "b").at(march(2)));

        // When
        restsUntil(20);

        // Then
        assertThat(memory.size(Failures.INCIDENTS)).isZero();
        assertThat(memory.size(Deliveries.DEPLOYS)).isEqualTo(1);
    }
}

package dev.streamgauge.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-03T13:00:00Z");

    private static CommitPushed.Builder push() {
        return CommitPushed.newBuilder()
                .setEventId("e")
                .setSource("test")
                .setRepository("host/owner/name")
                .setOccurredAt(NOON)
                .setReceivedAt(LATER)
                .setBranch("main")
                .setDefaultBranch("main")
                .setAfter("c1");
    }

    private static DeployChanged.Builder deploy() {
        return DeployChanged.newBuilder()
                .setEventId("e")
                .setSource("test")
                .setRepository("host/owner/name")
                .setOccurredAt(LATER)
                .setReceivedAt(LATER)
                .setDeployId("d1")
                .setEnvironment("production")
                .setSha("c1")
                .setState("finished")
                .setOutcome("success")
                .setFinishedAt(NOON);
    }

    private static BuildChanged.Builder build() {
        return BuildChanged.newBuilder()
                .setEventId("e")
                .setSource("test")
                .setRepository("host/owner/name")
                .setOccurredAt(LATER)
                .setReceivedAt(LATER)
                .setRunId("r1")
                .setAttempt(2)
                .setWorkflow("ci")
                .setTrigger("push")
                .setBranch("main")
                .setDefaultBranch("main")
                .setSha("c1")
                .setState("finished")
                .setOutcome("timed_out")
                .setFinishedAt(NOON);
    }

    private static Sighting of(Sighting.Kind kind) {
        return Sighting.of(kind, "host/owner/name", "c1", NOON);
    }

    @Test
    void aPushToMainIsALanding() {
        // When
        Sighting landing = Sightings.of(push().build());

        // Then
        assertThat(landing).usingRecursiveComparison().isEqualTo(of(Sighting.Kind.LANDED));
    }

    @Test
    void otherPushesAreNot() {
        // Given
        List<CommitPushed> others = List.of(
                push().setBranch("topic").build(),
                push().setBranch(null).build(),
                push().setDefaultBranch(null).build(),
                push().setBranch(null).setDefaultBranch(null).build());

        // When
        Stream<Sighting> sightings = others.stream().map(Sightings::of);

        // Then
        assertThat(sightings).containsOnlyNulls();
    }

    @Test
    void aSuccessfulDeployToProductionIsADelivery() {
        // When
        Sighting delivery = Sightings.of(deploy().build());

        // Then
        assertThat(delivery).usingRecursiveComparison().isEqualTo(of(Sighting.Kind.DELIVERED));
    }

    @Test
    void otherDeploysAreNot() {
        // Given
        List<DeployChanged> others = List.of(
                deploy().setEnvironment("staging").build(),
                deploy().setState("running").build(),
                deploy().setOutcome("failure").build(),
                deploy().setOutcome(null).build(),
                deploy().setFinishedAt(null).build());

        // When
        Stream<Sighting> sightings = others.stream().map(Sightings::of);

        // Then
        assertThat(sightings).containsOnlyNulls();
    }

    @Test
    void aRunOnMainThatEndedIsABuild() {
        // When
        Sighting failure = Sightings.of(build().build());
        Sighting success = Sightings.of(
                build().setTrigger("schedule").setOutcome("success").build());

        // Then
        assertThat(failure)
                .usingRecursiveComparison()
                .isEqualTo(of(Sighting.Kind.BUILT).by("r1", 2, "ci", false));
        assertThat(success)
                .usingRecursiveComparison()
                .isEqualTo(of(Sighting.Kind.BUILT).by("r1", 2, "ci", true));
    }

    @Test
    void otherBuildsAreNot() {
        // Given
        List<BuildChanged> others = List.of(
                build().setJob("unit").build(),
                build().setHeadRepository("host/fork/name").build(),
                build().setTrigger("pull_request").build(),
                build().setBranch("topic").build(),
                build().setBranch(null).setDefaultBranch(null).build(),
                build().setState("running").build(),
                build().setOutcome("cancelled").build(),
                build().setOutcome(null).build(),
                build().setFinishedAt(null).build());

        // When
        Stream<Sighting> sightings = others.stream().map(Sightings::of);

        // Then
        assertThat(sightings).containsOnlyNulls();
    }
}

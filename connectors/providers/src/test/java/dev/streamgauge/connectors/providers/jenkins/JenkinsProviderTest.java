package dev.streamgauge.connectors.providers.jenkins;

import static dev.streamgauge.connectors.providers.kit.Door.SHA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.BuildChanged;
import org.junit.jupiter.api.Test;

class JenkinsProviderTest {

    private static final Door DOOR = Door.of(new JenkinsProvider());

    @Test
    void aFinalizedBuildIsOver() {
        // When
        BuildChanged build = build(DOOR.text("finalized"));

        // Then
        assertThat(build.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(build.getRunId()).isEqualTo("shop/main#17");
        assertThat(build.getWorkflow()).isEqualTo("shop");
        assertThat(build.getSha()).isEqualTo(SHA);
        assertThat(build.getBranch()).isEqualTo("main");
        assertThat(build.getDefaultBranch()).isEqualTo("main");
        assertThat(build.getTrigger()).isEqualTo("push");
        assertThat(build.getState()).isEqualTo("finished");
        assertThat(build.getOutcome()).isEqualTo("success");
        assertThat(build.getFinishedAt()).isEqualTo("2026-03-01T10:10:00Z");
        assertThat(build.getStartedAt()).isNull();
        assertThat(build.getUrl()).isEqualTo("https://ci.example.org/job/shop/job/main/17/");
    }

    @Test
    void aCompletedBuildIsNotOverButSaysWhenItBegan() {
        // When
        BuildChanged build = build(DOOR.text("finalized").replace("FINALIZED", "COMPLETED"));

        // Then
        assertThat(build.getState()).isEqualTo("running");
        assertThat(build.getOutcome()).isNull();
        assertThat(build.getFinishedAt()).isNull();
        assertThat(build.getStartedAt()).isEqualTo("2026-03-01T10:06:00Z");
    }

    @Test
    void queuedAndStartedSayTheirTimes() {
        // When
        BuildChanged queued = build(DOOR.text("finalized").replace("FINALIZED", "QUEUED"));
        BuildChanged started = build(DOOR.text("finalized").replace("FINALIZED", "STARTED"));

        // Then
        assertThat(queued.getState()).isEqualTo("queued");
        assertThat(queued.getQueuedAt()).isEqualTo("2026-03-01T10:10:00Z");
        assertThat(started.getState()).isEqualTo("running");
        assertThat(started.getStartedAt()).isEqualTo("2026-03-01T10:10:00Z");
    }

    @Test
    void withoutATimestampItOccurredWhenItArrivedAndItsOwnTimesAreUnknown() {
        // When
        BuildChanged old = build(DOOR.text("finalized").replace("\"timestamp\"", "\"t\""));
        BuildChanged zero = build(DOOR.text("finalized").replace("1772359800000", "0"));

        // Then
        assertThat(old.getOccurredAt()).isEqualTo(Deliveries.ARRIVED);
        assertThat(old.getFinishedAt()).isNull();
        assertThat(zero.getOccurredAt()).isEqualTo(Deliveries.ARRIVED);
        assertThat(zero.getFinishedAt()).isNull();
    }

    @Test
    void everyResultHasItsOutcome() {
        assertThat(outcome("UNSTABLE")).isEqualTo("failure");
        assertThat(outcome("FAILURE")).isEqualTo("failure");
        assertThat(outcome("ABORTED")).isEqualTo("cancelled");
        assertThat(outcome("NOT_BUILT")).isEqualTo("skipped");
    }

    @Test
    void aJobForARequestIsNoBuildOfMain() {
        // When
        BuildChanged build =
                build(DOOR.text("finalized").replace("job/main/", "job/PR-142/").replace("\"main\"", "\"PR-142\""));

        // Then
        assertThat(build.getTrigger()).isEqualTo("pull_request");
        assertThat(build.getRequest()).isEqualTo("142");
        assertThat(build.getWorkflow()).isEqualTo("shop");
        assertThat(build.getRunId()).isEqualTo("shop/PR-142#17");
    }

    @Test
    void aJobThatIsNotPerBranchIsItsOwnWorkflow() {
        // When
        BuildChanged build = build(DOOR.text("finalized")
                .replace("job/shop/job/main/", "job/team/job/shop-nightly/")
                .replace("\"branch\": \"main\"", "\"branch\": \"origin/main\""));

        // Then
        assertThat(build.getWorkflow()).isEqualTo("team/shop-nightly");
        assertThat(build.getBranch()).isEqualTo("main");
    }

    @Test
    void aBranchWithASlashIsTheSameBranchInItsJobsAddress() {
        // When
        BuildChanged build = build(DOOR.text("finalized")
                .replace("job/main/", "job/feature%252Fcoupons/")
                .replace("\"branch\": \"main\"", "\"branch\": \"feature/coupons\""));

        // Then
        assertThat(build.getWorkflow()).isEqualTo("shop");
        assertThat(build.getRunId()).isEqualTo("shop/feature/coupons#17");
    }

    @Test
    void aJobWithoutAnAddressOfItsSourceBelongsToItsPlace() {
        // Given
        DoorRules rules = Places.of("jenkins", "shop", new Place("github.com/acme/placed", null, null));
        String body = DOOR.text("finalized").replace("https://github.com/Acme/shop.git", "");

        // When
        BuildChanged build = DOOR.with(rules).only(body, BuildChanged.class);

        // Then
        assertThat(build.getRepository()).isEqualTo("github.com/acme/placed");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(DOOR.kind(DOOR.text("finalized").replace("\"commit\"", "\"c\"")))
                .isEqualTo("ignored: finalized.no_sha");
        assertThat(DOOR.kind(DOOR.text("finalized").replace("https://github.com/Acme/shop.git", "")))
                .isEqualTo("ignored: finalized.no_repository");
        assertThat(DOOR.kind(DOOR.text("finalized").replace("FINALIZED", "NONE")))
                .isEqualTo("ignored: other");
        assertThat(DOOR.kind(DOOR.text("finalized").replace("SUCCESS", "GREAT")))
                .isEqualTo("unmappable: bad_value");
        assertThat(DOOR.kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        for (String phase : new String[] {"QUEUED", "STARTED", "COMPLETED", "FINALIZED"}) {
            String body = DOOR.text("finalized").replace("FINALIZED", phase);
            DOOR.survives(body);
        }
    }

    private String outcome(String status) {
        return build(DOOR.text("finalized").replace("SUCCESS", status)).getOutcome();
    }

    private BuildChanged build(String body) {
        return DOOR.only(body, BuildChanged.class);
    }
}

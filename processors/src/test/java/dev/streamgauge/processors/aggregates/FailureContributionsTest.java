package dev.streamgauge.processors.aggregates;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.failures.Verdict;
import dev.streamgauge.processors.testkit.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureContributionsTest {

    private static WindowSums day(Story story) {
        return story.window(Kind.DEPLOYMENTS, Window.DAY, "00:00", "shop", "production");
    }

    @Test
    void everyDeployIsCountedAsWhatItWas() {
        // Given
        Story story =
                Story.of(landed(commit("v1")).at("08:00"), landed(commit("v3")).at("08:10"));

        // When
        story.then(
                deploy("D1", "v3").at("09:10"),
                deploy("D2", "v2").at("09:20"),
                deploy("D3", "v1").at("09:30"),
                deploy("D4", "v1").at("09:40"),
                deploy("D5", "v2").at("09:50"),
                deploy("D6", "v1").at("10:00"),
                deploy("D7", "v4").outcome("failure").at("10:10"),
                deploy("D8", "v4").outcome("cancelled").at("10:20"),
                deploy("D9", "v4").state("running").at("10:30"));

        // Then
        assertThat(day(story).sums())
                .containsOnly(
                        entry("deployments", 5L),
                        entry("deploy_days", 1L),
                        entry("releases", 2L),
                        entry("out_of_line", 1L),
                        entry("rollbacks", 1L),
                        entry("redeploys", 1L),
                        entry("excluded_resync", 1L),
                        entry("failed_attempts", 1L),
                        entry("cancelled_attempts", 1L),
                        entry("code_deployments", 3L),
                        entry("failed", 1L),
                        entry("failed_rollback", 1L),
                        entry("remediations", 1L));
    }

    @Test
    void aFailureCountsByItsStrongestEvidenceAndInTheHourOfItsDeploy() {
        // Given
        Story story =
                Story.of(deploy("D1", "v1").at("09:10"), deploy("D2", "v2").at("09:20"));

        // When
        story.then(incident("I1").at("09:30").blames("D2"), deploy("D3", "v1").at("11:50"));

        // Then
        WindowSums failed = story.window(Kind.DEPLOYMENTS, Window.HOUR, "09:00", "shop", "production");
        assertThat(failed.sums()).contains(entry("failed", 1L), entry("failed_explicit", 1L));
        assertThat(failed.sums()).doesNotContainKeys("failed_rollback", "excluded_unrecovered");
        assertThat(failed.summary().count()).isZero();
        WindowSums recovered = story.window(Kind.DEPLOYMENTS, Window.HOUR, "11:00", "shop", "production");
        assertThat(recovered.summary().count()).isEqualTo(1);
        assertThat(recovered.summary().sumMs())
                .isEqualTo(Duration.ofMinutes(150).toMillis());
    }

    @Test
    void whatStillFailsIsLeftOutOfTheRecoveries() {
        // Given
        Story story = Story.of(deploy("D1", "v1").at("09:10"));

        // When
        story.then(incident("I1").at("09:30").blames("D1"));

        // Then
        assertThat(day(story).sums()).containsEntry("excluded_unrecovered", 1L);
        assertThat(day(story).summary()).isEqualTo(Summary.EMPTY);
    }

    @Test
    void aFailureThatBroughtNoNewCommitIsCountedApart() {
        // Given
        Story story = Story.of(
                deploy("D1", "v1").at("09:10"),
                deploy("D2", "v2").at("09:20"),
                deploy("D3", "v1").at("09:30"));

        // When
        story.then(incident("I1").at("09:40").blames("D3"));

        // Then
        assertThat(day(story).sums()).contains(entry("failed", 1L), entry("failed_others", 1L));
    }

    @Test
    void aDeployThatCarriesSeveralRepositoriesSaysThatItCountsInTheFirstOfThem() {
        // Given
        String first = "github.com/acme/api";
        String last = "github.com/acme/web";

        // When
        Story story = Story.of(
                deploy("D1", "v1").at("09:10").carrying(Story.SHOP, last),
                deploy("D2", "v2").at("09:20").carrying(first, Story.SHOP),
                deploy("D2", "v2").state("running").carrying(last));

        // Then
        assertThat(day(story).sum("releases")).isEqualTo(2);
        assertThat(story.window(Kind.SHARED_DEPLOYMENTS, Window.DAY, "00:00", "shop", "production")
                        .sum("releases"))
                .isEqualTo(1);
        assertThat(story.rows(Failures.VERDICTS)).extracting(Verdict::countedIn).containsExactly(Story.SHOP, first);
    }

    @Test
    void anIncidentThatCannotBeAttributedIsCountedWhereItNamesALane() {
        // Given
        Story story = Story.of(incident("I1").at("09:30").hits("shop", null));

        // When
        story.then(incident("I2").at("09:40"), incident("I2").at("09:35"));

        // Then
        assertThat(story.window(Kind.DEPLOYMENTS, Window.HOUR, "09:00", "shop", "*")
                        .sums())
                .containsOnly(entry("unattributed_incidents", 1L));
        assertThat(story.window(Kind.DEPLOYMENTS, Window.HOUR, "09:00", "*", "*")
                        .sums())
                .containsOnly(entry("unattributed_incidents", 1L));
    }
}

package dev.streamgauge.connectors.providers.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.OutsideData;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Real payloads that nobody here wrote: what each of them means. */
class GitLabOutsideTest {

    private final Map<String, byte[]> files = OutsideData.files("gitlab");

    private <T extends SpecificRecord> List<T> events(String file, Class<T> type) {
        return Hooks.events(Body.of(files.get(file)), type);
    }

    @Test
    void eachPayloadHasItsKindOfResult() {
        // When
        Map<String, String> kinds = new TreeMap<>();
        files.forEach((file, body) -> kinds.put(file, Deliveries.kind(Hooks.DOOR.map(body))));

        // Then
        assertThat(kinds)
                .containsExactly(
                        entry("build.json", "BuildChanged"),
                        entry("deployment.json", "DeployChanged"),
                        entry("issue.json", "IncidentChanged"),
                        entry("job.json", "BuildChanged, DeployChanged"),
                        entry("merge_request.json", "ReviewChanged"),
                        // One run and its five jobs; none of the jobs with an environment has begun.
                        entry("pipeline.json", "BuildChanged" + ", BuildChanged".repeat(5)),
                        entry("push.json", "CommitPushed"),
                        entry("release.json", "ignored: release"),
                        entry("tag_push.json", "ignored: tag_push"));
    }

    @Test
    void theJobThatWasMadeIsQueued() {
        // When
        BuildChanged job = events("build.json", BuildChanged.class).get(0);

        // Then
        assertThat(job.getRepository()).isEqualTo("192.168.64.1/gitlab-org/gitlab-test");
        assertThat(job.getRunId()).isEqualTo("2366");
        assertThat(job.getJob()).isEqualTo("test");
        assertThat(job.getState()).isEqualTo("queued");
        assertThat(job.getOutcome()).isNull();
        assertThat(job.getSha()).isEqualTo("2293ada6b400935a1378653304eaf6221e0fdb8f");
        assertThat(job.getQueuedAt()).isEqualTo(Instant.parse("2021-02-23T02:41:37.886Z"));
        assertThat(job.getRunnerLabels()).containsExactly("docker", "linux");
    }

    @Test
    void theJobThatDeployedIsABuildAndADeploy() {
        // When
        BuildChanged job = events("job.json", BuildChanged.class).get(0);
        DeployChanged deploy = events("job.json", DeployChanged.class).get(0);

        // Then
        assertThat(job.getRunId()).isEqualTo("743121198");
        assertThat(job.getAttempt()).isEqualTo(2);
        assertThat(job.getOutcome()).isEqualTo("success");
        assertThat(job.getQueuedAt()).isEqualTo(Instant.parse("2023-01-10T13:50:02Z"));
        assertThat(job.getReadyAt()).isEqualTo(Instant.parse("2023-01-10T13:50:04.807Z"));
        assertThat(deploy.getDeployId()).isEqualTo("3580121225");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getSha()).isEqualTo("95d49d1efbd941908580e79d65e4b5ecaf4a8305");
        assertThat(deploy.getFinishedAt()).isEqualTo(Instant.parse("2023-01-10T13:50:54Z"));
    }

    @Test
    void theDeploymentHasTheHashOfItsAddress() {
        // When
        DeployChanged deploy = events("deployment.json", DeployChanged.class).get(0);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("10.126.0.2/root/test-deployment-webhooks");
        assertThat(deploy.getDeployId()).isEqualTo("796");
        assertThat(deploy.getEnvironment()).isEqualTo("staging");
        assertThat(deploy.getSha()).isEqualTo("279484c09fbe69ededfced8c1bb6e6d24616b468");
        assertThat(deploy.getFinishedAt()).isEqualTo(Instant.parse("2021-04-28T19:50:00Z"));
    }

    @Test
    void theIssueThatEscalatesIsAnIncident() {
        // When
        IncidentChanged incident = events("issue.json", IncidentChanged.class).get(0);

        // Then
        assertThat(incident.getIncidentId()).isEqualTo("23");
        assertThat(incident.getSeverity()).isEqualTo("high");
        assertThat(incident.getState()).isEqualTo("open");
        assertThat(incident.getOpenedAt()).isEqualTo(Instant.parse("2013-12-03T17:15:43Z"));
    }

    @Test
    void theMergeRequestIsOpenAndNotMerged() {
        // When
        ReviewChanged request =
                events("merge_request.json", ReviewChanged.class).get(0);

        // Then
        assertThat(request.getRepository()).isEqualTo("example.com/gitlabhq/gitlab-test");
        assertThat(request.getRequest()).isEqualTo("1");
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getAuthor()).isEqualTo("gitlab:51");
        assertThat(request.getHeadSha()).isEqualTo("da1560886d4f094c3e6c9ef40349f7d38b5d27d7");
        assertThat(request.getMergeSha()).isNull();
        assertThat(request.getLabels()).containsExactly("API");
    }

    @Test
    void thePipelineRanForARequest() {
        // When
        List<BuildChanged> builds = events("pipeline.json", BuildChanged.class);

        // Then
        BuildChanged run = builds.get(0);
        assertThat(run.getTrigger()).isEqualTo("pull_request");
        assertThat(run.getBranch()).isEqualTo("test");
        assertThat(run.getRequest()).isEqualTo("1");
        assertThat(run.getOutcome()).isEqualTo("success");
        assertThat(run.getStartedAt()).isEqualTo(Instant.parse("2016-08-12T15:24:56Z"));
        assertThat(run.getFinishedAt()).isEqualTo(Instant.parse("2016-08-12T15:26:29Z"));
        assertThat(builds)
                .extracting(BuildChanged::getJob)
                .containsExactly(null, "production", "test-image", "test-build", "build-image", "staging");
    }

    @Test
    void thePushBroughtTwoOfItsCommits() {
        // When
        CommitPushed push = events("push.json", CommitPushed.class).get(0);

        // Then
        assertThat(push.getRepository()).isEqualTo("example.com/mike/diaspora");
        assertThat(push.getBranch()).isEqualTo(push.getDefaultBranch()).isEqualTo("master");
        assertThat(push.getOccurredAt()).isEqualTo(Deliveries.ARRIVED);
        assertThat(push.getCommits())
                .extracting(Commit::getSha)
                .containsExactly(
                        "b6568db1bc1dcd7f8b4d5a946b0b91f9dacd7327", "da1560886d4f094c3e6c9ef40349f7d38b5d27d7");
        assertThat(push.getCommits())
                .extracting(Commit::getCommittedAt)
                .containsExactly(Instant.parse("2011-12-12T12:27:31Z"), Instant.parse("2012-01-03T21:36:29Z"));
        // It names a request of another project.
        assertThat(push.getCommits()).extracting(Commit::getRequest).containsOnlyNulls();
        assertThat(push.toString()).doesNotContain("@", "Mallach");
    }
}

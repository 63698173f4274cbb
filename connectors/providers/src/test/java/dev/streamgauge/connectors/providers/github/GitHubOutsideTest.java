package dev.streamgauge.connectors.providers.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.OutsideData;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Real payloads that nobody here wrote: what each of them means. The folder is called as the event. */
class GitHubOutsideTest {

    private static final String RELEASES =
            "repositories: [{match: '*', releases_are_deploys: {environment: production}}]";

    private static final List<Map.Entry<String, String>> KINDS = List.of(
            entry("check_run/completed.1.payload.json", "ignored: check_run.github-actions"),
            entry("check_run/completed.with-organization.payload.json", "BuildChanged"),
            entry("check_run/created.with-organization.payload.json", "BuildChanged"),
            entry("check_run/rerequested.payload.json", "BuildChanged"),
            entry("check_suite/completed.1.payload.json", "ignored: check_suite"),
            entry("check_suite/completed.with-organization.payload.json", "ignored: check_suite"),
            entry("check_suite/requested.payload.with-email-with-special-characters.json", "ignored: check_suite"),
            entry("check_suite/rerequested.payload.json", "ignored: check_suite"),
            entry("deployment/gh-pages.payload.json", "DeployChanged"),
            entry("deployment/with-installation.payload.json", "DeployChanged"),
            entry("deployment_status/gh-pages.payload.json", "DeployChanged"),
            entry("deployment_status/with-installation.payload.json", "DeployChanged"),
            entry("issues/assigned.payload.json", "ignored: issues"),
            entry("issues/assigned.with-organization.payload.json", "ignored: issues"),
            entry("issues/demilestoned.payload.json", "ignored: issues"),
            entry("issues/edited.payload.json", "ignored: issues"),
            entry("issues/labeled.payload.json", "ignored: issues"),
            entry("issues/locked.payload.json", "ignored: issues"),
            entry("issues/milestoned.payload.json", "ignored: issues"),
            entry("issues/opened.payload.json", "ignored: issues"),
            entry("issues/opened.with-organization.payload.json", "ignored: issues"),
            entry("issues/pinned.payload.json", "ignored: issues"),
            entry("issues/transferred.payload.json", "ignored: issues"),
            entry("issues/unassigned.with-organization.payload.json", "ignored: issues"),
            entry("issues/unlabeled.with-organization.payload.json", "ignored: issues"),
            entry("issues/unlocked.with-organization.payload.json", "ignored: issues"),
            entry("merge_group/checks_requested.payload.json", "ignored: merge_group"),
            entry("ping/payload.json", "ignored: ping"),
            entry("ping/with-organization.payload.json", "ignored: ping"),
            entry("pull_request/assigned.payload.json", "ReviewChanged"),
            entry("pull_request/closed.payload.json", "ReviewChanged"),
            entry("pull_request/converted_to_draft.payload.json", "ReviewChanged"),
            entry("pull_request/converted_to_draft.with-organization.payload.json", "ReviewChanged"),
            entry("pull_request/labeled.with-organization.payload.json", "ReviewChanged"),
            entry("pull_request/locked.with-organization.payload.json", "ReviewChanged"),
            entry("pull_request/opened.with-null-body.json", "ReviewChanged"),
            entry("pull_request/ready_for_review.payload.json", "ReviewChanged"),
            entry("pull_request/ready_for_review.with-organization.payload.json", "ReviewChanged"),
            entry("pull_request/reopened.with-organization.payload.json", "ReviewChanged"),
            entry("pull_request/review_requested.payload.json", "ReviewChanged"),
            entry("pull_request/unassigned.payload.json", "ReviewChanged"),
            entry("pull_request/unlabeled.payload.json", "ReviewChanged"),
            entry("pull_request/unlocked.payload.json", "ReviewChanged"),
            entry("pull_request_review/dismissed.payload.json", "ReviewChanged"),
            entry("pull_request_review/submitted.with-organization.payload.json", "ReviewChanged"),
            entry("push/1.payload.json", "ignored: push.tag"),
            entry("push/with-installation.payload.json", "ignored: push.tag"),
            entry("push/with-no-username-committer.payload.json", "CommitPushed"),
            entry("release/created.payload.json", "ignored: release"),
            entry("release/created.with-installation.payload.json", "ignored: release"),
            entry("release/deleted.with-reactions.payload.json", "ignored: release"),
            entry("release/edited.with-reactions.payload.json", "ignored: release"),
            entry("release/prereleased.with-discussion-url.payload.json", "ignored: release"),
            entry("release/published.with-discussion-url.payload.json", "ignored: release"),
            entry("status/payload.json", "ignored: status"),
            entry("status/with-installation.payload.json", "ignored: status"),
            entry("workflow_job/completed.failure.with-organization.payload.json", "BuildChanged"),
            entry("workflow_job/in_progress.payload.json", "BuildChanged"),
            entry("workflow_job/queued.payload.json", "BuildChanged"),
            entry("workflow_job/waiting.payload.json", "BuildChanged"),
            entry("workflow_run/completed.payload.json", "BuildChanged"),
            entry("workflow_run/requested.payload.json", "BuildChanged"));

    private final Map<String, byte[]> files = OutsideData.files("github");

    @Test
    void eachPayloadHasItsKindOfResult() {
        // When
        Map<String, String> kinds = new TreeMap<>();
        files.keySet().forEach(file -> kinds.put(file, Deliveries.kind(mapped(file, ""))));

        // Then
        assertThat(List.copyOf(kinds.entrySet())).isEqualTo(KINDS);
    }

    @Test
    void thePushToMainIsItsFirst() {
        // When
        CommitPushed push = only("push/with-no-username-committer.payload.json", CommitPushed.class);

        // Then
        assertThat(push.getRepository()).isEqualTo("github.com/codertocat/hello-world");
        assertThat(push.getBranch()).isEqualTo("master").isEqualTo(push.getDefaultBranch());
        assertThat(push.getBefore()).isNull();
        assertThat(push.getOccurredAt()).isEqualTo(at("2019-05-15T15:20:57Z"));
        assertThat(push.getCommits()).extracting(Commit::getSha).containsExactly(push.getAfter());
        assertThat(push.getCommits().get(0).getAuthoredAt()).isEqualTo(at("2019-05-15T15:19:25Z"));
    }

    @Test
    void requestsAreInTheStateThatTheyAreIn() {
        // When
        ReviewChanged closed = only("pull_request/closed.payload.json", ReviewChanged.class);
        ReviewChanged draft = only("pull_request/converted_to_draft.payload.json", ReviewChanged.class);
        ReviewChanged ready = only("pull_request/ready_for_review.payload.json", ReviewChanged.class);

        // Then
        assertThat(closed.getState()).isEqualTo("closed");
        assertThat(closed.getClosedAt()).isEqualTo(at("2019-05-15T15:21:18Z"));
        assertThat(closed.getMergeSha()).isNull();
        assertThat(draft.getState()).isEqualTo("draft");
        assertThat(ready.getState()).isEqualTo("open");
        assertThat(ready.getReadyAt()).isEqualTo(ready.getOccurredAt()).isEqualTo(at("2019-05-15T15:21:18Z"));
        assertThat(ready.getSourceBranch()).isEqualTo("changes");
        assertThat(ready.getAuthor()).isEqualTo("github:21031067");
    }

    @Test
    void reviewsAreThoseOfTheirReviewers() {
        // Given
        Instant submitted = at("2019-05-15T15:20:38Z");

        // Then
        assertThat(only("pull_request_review/submitted.with-organization.payload.json", ReviewChanged.class)
                        .getReviews())
                .containsExactly(new Review("github:21031067", "human", "commented", submitted));
        assertThat(only("pull_request_review/dismissed.payload.json", ReviewChanged.class)
                        .getReviews())
                .extracting(Review::getState)
                .containsExactly("dismissed");
    }

    @Test
    void aRunOfADispatchIsNoBuildOfAPush() {
        // When
        BuildChanged run = only("workflow_run/completed.payload.json", BuildChanged.class);

        // Then
        assertThat(run.getTrigger()).isEqualTo("other");
        assertThat(run.getOutcome()).isEqualTo("success");
        assertThat(run.getQueuedAt()).isEqualTo(at("2020-10-05T16:33:24Z"));
        assertThat(run.getFinishedAt()).isEqualTo(at("2020-10-05T16:33:49Z"));
        assertThat(only("workflow_run/requested.payload.json", BuildChanged.class)
                        .getState())
                .isEqualTo("queued");
    }

    @Test
    void jobsHaveBegunOnlyWhenTheyRun() {
        // When
        BuildChanged waiting = only("workflow_job/waiting.payload.json", BuildChanged.class);
        BuildChanged queued = only("workflow_job/queued.payload.json", BuildChanged.class);
        BuildChanged failed = only("workflow_job/completed.failure.with-organization.payload.json", BuildChanged.class);

        // Then
        assertThat(waiting.getState()).isEqualTo("waiting");
        assertThat(waiting.getApprovalRequestedAt()).isEqualTo(at("2023-04-19T21:12:12Z"));
        assertThat(waiting.getRunnerLabels()).containsExactly("k8s", "self-hosted");
        assertThat(queued.getQueuedAt()).isEqualTo(at("2021-09-13T02:21:13Z"));
        assertThat(queued.getStartedAt()).isNull();
        assertThat(failed.getOutcome()).isEqualTo("failure");
        assertThat(failed.getStartedAt()).isEqualTo(at("2021-08-05T10:34:58Z"));
        assertThat(failed.getFinishedAt()).isEqualTo(at("2021-08-05T10:38:16Z"));
    }

    @Test
    void aCheckOfARequestNamesIt() {
        // When
        BuildChanged check = only("check_run/completed.with-organization.payload.json", BuildChanged.class);

        // Then
        assertThat(check.getWorkflow()).isEqualTo("octocoders-linter/Octocoders-linter");
        assertThat(check.getTrigger()).isEqualTo("pull_request");
        assertThat(check.getRequest()).isEqualTo("2");
        assertThat(check.getOutcome()).isEqualTo("success");
    }

    @Test
    void deploysArePendingRunningAndFinished() {
        // When
        DeployChanged pending = only("deployment/with-installation.payload.json", DeployChanged.class);
        DeployChanged running = only("deployment_status/gh-pages.payload.json", DeployChanged.class);
        DeployChanged finished = only("deployment_status/with-installation.payload.json", DeployChanged.class);

        // Then
        assertThat(pending.getState()).isEqualTo("pending");
        assertThat(running.getState()).isEqualTo("running");
        assertThat(running.getEnvironment()).isEqualTo("github-pages");
        assertThat(running.getStartedAt()).isEqualTo(at("2022-01-03T01:28:40Z"));
        assertThat(finished.getDeployId()).isEqualTo(pending.getDeployId());
        assertThat(finished.getOutcome()).isEqualTo("success");
        assertThat(finished.getFinishedAt()).isEqualTo(at("2019-05-15T15:20:55Z"));
    }

    @Test
    void anIssueIsAnIncidentIfTheRulesSaySo() {
        // When
        IncidentChanged incident = Deliveries.only(
                mapped("issues/labeled.payload.json", "incidents: {labels: [bug]}"), IncidentChanged.class);

        // Then
        assertThat(incident.getIncidentId()).isEqualTo("1");
        assertThat(incident.getService()).isEqualTo("hello-world");
        assertThat(incident.getOpenedAt()).isEqualTo(at("2019-05-15T15:20:18Z"));
    }

    @Test
    void aReleaseOfABranchNeedsTheApi() {
        assertThat(Deliveries.kind(mapped("release/published.with-discussion-url.payload.json", RELEASES)))
                .isEqualTo("ignored: release.without_commit");
    }

    @Test
    void noAddressIsPassedOn() {
        assertThat(files.keySet().stream().map(file -> mapped(file, "people: {key: 0123456789abcdef}")))
                .noneMatch(mapped -> mapped.toString().matches("(?s).*[a-z0-9]@[a-z].*"));
    }

    private Mapped mapped(String file, String rules) {
        Map<String, String> headers = Map.of("x-github-event", file.substring(0, file.indexOf('/')));
        return new GitHubProvider().map(Deliveries.of(files.get(file), headers), DoorRules.read("doors.yaml", rules));
    }

    private <T extends SpecificRecord> T only(String file, Class<T> type) {
        return Deliveries.only(mapped(file, ""), type);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}

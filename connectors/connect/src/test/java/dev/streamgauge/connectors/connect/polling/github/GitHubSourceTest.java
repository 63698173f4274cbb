package dev.streamgauge.connectors.connect.polling.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.connect.backfill.Backfill;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.testkit.Backfilled;
import dev.streamgauge.connectors.connect.testkit.Call;
import dev.streamgauge.connectors.connect.testkit.FakeGitHub;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What GitHub's lists become. */
class GitHubSourceTest {

    private static final String BASE = "1".repeat(40);
    private static final String FIRST = "2".repeat(40);
    private static final String HEAD = "3".repeat(40);
    private static final String MERGE = "4".repeat(40);

    private final FakeGitHub github = new FakeGitHub();

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void shouldTellAPullRequestWithReviewsCommitsAndWhenItBecameReady() throws Exception {
        // Given
        github.add("pulls", """
                {"id":1,"number":7,"state":"closed","draft":false,"title":"Faster","user":{"id":11,"login":"ada","type":"User"},
                 "created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T12:00:00Z","closed_at":"2026-03-01T12:00:00Z",
                 "merged_at":"2026-03-01T12:00:00Z","merge_commit_sha":"%s",
                 "head":{"ref":"faster","sha":"%s"},"base":{"ref":"main","sha":"%s"},"labels":[]}
                """.formatted(MERGE, HEAD, BASE));
        github.add("pulls/7/reviews", """
                {"id":5,"user":{"id":12,"login":"bob","type":"User"},"state":"APPROVED","submitted_at":"2026-03-01T11:00:00Z"}""");
        github.add("pulls/7/commits", commit(FIRST, BASE));
        github.add("pulls/7/commits", commit(HEAD, FIRST));
        github.add("issues/7/events", "{\"event\":\"ready_for_review\",\"created_at\":\"2026-03-01T10:00:00Z\"}");

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        ReviewChanged request = told.only(ReviewChanged.class);
        assertThat(request.getRequest()).isEqualTo("7");
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getMergeSha()).isEqualTo(MERGE);
        assertThat(request.getReadyAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(request.getCommitShas()).containsExactly(FIRST, HEAD);
        assertThat(request.getReviews()).singleElement().satisfies(review -> {
            assertThat(review.getState()).isEqualTo("approved");
            assertThat(review.getReviewer()).isEqualTo("github:12");
        });
        CommitPushed commits = told.only(CommitPushed.class);
        assertThat(commits.getBranch()).as("nobody says that a branch moved").isNull();
        assertThat(commits.getCommits()).extracting("sha").containsExactly(FIRST, HEAD);
    }

    @Test
    void shouldTellALandingAsThePushWouldHave() throws Exception {
        // Given
        github.add("activity", """
                {"id":31,"before":"%s","after":"%s","ref":"refs/heads/main","timestamp":"2026-03-01T12:00:00Z","activity_type":"pr_merge"}""".formatted(BASE, MERGE));
        github.add("activity", """
                {"id":32,"before":"%s","after":"%s","ref":"refs/heads/other","timestamp":"2026-03-01T13:00:00Z","activity_type":"push"}""".formatted(BASE, HEAD));
        github.object(
                "compare/" + BASE + "..." + MERGE,
                "{\"total_commits\":2,\"commits\":[%s,%s]}".formatted(commit(HEAD, BASE), commit(MERGE, BASE)));

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        CommitPushed landing = told.only(CommitPushed.class);
        assertThat(landing.getBranch()).isEqualTo("main");
        assertThat(landing.getDefaultBranch()).isEqualTo("main");
        assertThat(landing.getBefore()).isEqualTo(BASE);
        assertThat(landing.getAfter()).isEqualTo(MERGE);
        assertThat(landing.getOccurredAt()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(landing.getCommits()).extracting("sha").containsExactly(HEAD, MERGE);
    }

    @Test
    void shouldTellEachAttemptOfARunWithItsJobs() throws Exception {
        // Given
        github.add("runs", run(2, "2026-03-01T11:00:00Z", "success"));
        github.object("actions/runs/900/attempts/1", run(1, "2026-03-01T10:30:00Z", "failure"));
        github.add("jobs/900/1", job(1, "failure"));
        github.add("jobs/900/2", job(2, "success"));

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        assertThat(told.all(BuildChanged.class))
                .extracting(BuildChanged::getAttempt, BuildChanged::getJob, BuildChanged::getOutcome)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(1, null, "failure"),
                        org.assertj.core.api.Assertions.tuple(1, "test", "failure"),
                        org.assertj.core.api.Assertions.tuple(2, null, "success"),
                        org.assertj.core.api.Assertions.tuple(2, "test", "success"));
        assertThat(told.all(BuildChanged.class))
                .extracting(BuildChanged::getWorkflow)
                .containsOnly("ci");
    }

    @Test
    void shouldTellADeploymentWithItsStatuses() throws Exception {
        // Given
        github.add("deployments", """
                {"id":50,"sha":"%s","ref":"main","environment":"production","created_at":"2026-03-01T12:10:00Z","updated_at":"2026-03-01T12:20:00Z","payload":{}}""".formatted(MERGE));
        github.add("deployments/50/statuses", """
                {"id":2,"state":"success","environment":"production","created_at":"2026-03-01T12:20:00Z"}""");
        github.add("deployments/50/statuses", """
                {"id":1,"state":"in_progress","environment":"production","created_at":"2026-03-01T12:11:00Z"}""");

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        assertThat(told.all(DeployChanged.class))
                .extracting(DeployChanged::getState)
                .containsExactlyInAnyOrder("pending", "running", "finished");
    }

    @Test
    void shouldTellIssuesWithTheLabelOfIncidentsAndNoOthers() throws Exception {
        // Given
        github.add("issues", issue(1, "incident", ""));
        github.add("issues", issue(2, "question", ""));
        github.add("issues", issue(3, "incident", ",\"pull_request\":{\"url\":\"x\"}"));

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        assertThat(told.only(IncidentChanged.class).getIncidentId()).isEqualTo("1");
    }

    @Test
    void shouldFindTheRepositoriesOfAnOrganisationAndSkipThoseThatAreArchived() throws Exception {
        // Given
        github.add("repos", "{\"full_name\":\"acme/none\"}");
        github.api().route("/orgs/acme/repos", call -> dev.streamgauge.connectors.connect.testkit.Answer.json("""
                [{"full_name":"acme/shop"},{"full_name":"acme/attic","archived":true},{"full_name":"acme/shop-web"},
                 {"full_name":"acme/gone","disabled":true},{"full_name":"acme/shop-secret"}]"""));
        SourceSettings settings = settings(List.of("acme/shop*", "other/one"), List.of("*/*-secret"));

        // When
        List<String> found;
        try (GitHubSource source = GitHubSource.of(
                settings,
                dev.streamgauge.connectors.providers.rules.DoorRules.usual(),
                Clock.systemUTC(),
                new dev.streamgauge.connectors.connect.polling.PollingMetrics())) {
            found = source.repositories();
        }

        // Then
        assertThat(found).containsExactly("acme/shop", "acme/shop-web", "other/one");
    }

    @Test
    void shouldAskOnlyForTheStreamsThatAreNamed() throws Exception {
        // When
        Backfilled.of(Backfilled.settings(github.api(), List.of("acme/shop"), Set.of("pulls")));

        // Then
        assertThat(github.api().calls()).extracting(Call::path).containsOnly("/repos/acme/shop/pulls");
    }

    @Test
    void shouldResumeABackfillWhereItsSavedCursorIs() throws Exception {
        // Given
        for (int number = 1; number <= 120; number++) {
            github.add("issues", issue(number, "incident", ""));
        }
        dev.streamgauge.connectors.connect.backfill.BackfillCursor saved;
        try (Backfill first = Backfill.of(settings(), Instant.parse("2026-01-01T00:00:00Z"))) {
            while (first.progress().events() < 60) {
                first.next();
            }
            saved = dev.streamgauge.connectors.connect.backfill.BackfillCursor.fromJson(
                    first.cursor().toJson());
        }

        // When
        Backfilled rest = Backfilled.resumed(settings(), saved);

        // Then
        assertThat(rest.all(IncidentChanged.class)).hasSizeBetween(60, 120);
        assertThat(rest.cursor().streams().values()).allMatch(place -> place.done());
    }

    private SourceSettings settings() {
        return settings(List.of("acme/shop"), List.of());
    }

    private SourceSettings settings(List<String> repositories, List<String> excluded) {
        return Backfilled.settings(github.api(), repositories, excluded, Set.of());
    }

    private static String commit(String sha, String parent) {
        return """
                {"sha":"%s","parents":[{"sha":"%s"}],"commit":{"message":"Do","author":{"name":"A","email":"a@example.com","date":"2026-03-01T07:00:00Z"},
                 "committer":{"date":"2026-03-01T07:00:00Z"}},"author":{"id":11,"login":"ada","type":"User"}}""".formatted(sha, parent);
    }

    private static String run(int attempt, String updated, String conclusion) {
        return """
                {"id":900,"workflow_id":4,"name":"ci","run_attempt":%d,"event":"push","head_branch":"main","head_sha":"%s","status":"completed",
                 "conclusion":"%s","created_at":"2026-03-01T10:00:00Z","run_started_at":"2026-03-01T10:00:00Z","updated_at":"%s","pull_requests":[]}""".formatted(attempt, MERGE, conclusion, updated);
    }

    private static String job(int attempt, String conclusion) {
        return """
                {"id":%d,"run_id":900,"run_attempt":%d,"name":"test","workflow_name":"ci","head_sha":"%s","head_branch":"main","status":"completed",
                 "conclusion":"%s","created_at":"2026-03-01T10:00:00Z","started_at":"2026-03-01T10:01:00Z","completed_at":"2026-03-01T10:05:00Z","labels":["linux"],
                 "runner_id":3,"steps":[]}""".formatted(attempt, attempt, MERGE, conclusion);
    }

    private static String issue(int number, String label, String more) {
        return """
                {"id":%d,"number":%d,"state":"open","title":"Down","labels":[{"name":"%s"}],"created_at":"2026-03-02T10:00:00Z",
                 "updated_at":"2026-03-02T10:00:%02dZ"%s}""".formatted(number, number, label, number % 60, more);
    }
}

package dev.streamgauge.connectors.connect.polling.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.Source;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.Sources;
import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.Backfilled;
import dev.streamgauge.connectors.connect.testkit.FakeApi;
import dev.streamgauge.connectors.connect.testkit.Pages;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What GitLab's lists become. */
class GitLabSourceTest {

    private static final String BASE = "1".repeat(40);
    private static final String HEAD = "3".repeat(40);
    private static final String MERGE = "4".repeat(40);
    private static final String PROJECT = "/api/v4/projects/acme%2Fshop";

    private final FakeApi gitlab = new FakeApi();

    @BeforeEach
    void project() {
        gitlab.route(PROJECT + "/.*", call -> Answer.json("[]"));
        gitlab.route(
                PROJECT,
                call -> Answer.json(
                        "{\"id\":3,\"path_with_namespace\":\"acme/shop\",\"web_url\":\"https://gitlab.com/acme/shop\",\"default_branch\":\"main\"}"));
    }

    @AfterEach
    void close() {
        gitlab.close();
    }

    @Test
    void shouldTellAMergeRequestWithApprovalsCommentsAndCommits() throws Exception {
        // Given
        String mr = """
                {"id":90,"iid":7,"state":"merged","title":"Faster","source_branch":"faster","target_branch":"main","author":{"id":11,"username":"ada"},
                 "created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T12:00:00Z","merged_at":"2026-03-01T12:00:00Z","merge_commit_sha":"%s",
                 "sha":"%s","labels":[]}""".formatted(MERGE, HEAD);
        list("/merge_requests", mr);
        object("/merge_requests/7", mr);
        object("/merge_requests/7/approvals", """
                {"approved_by":[{"user":{"id":12,"username":"bob"},"approved_at":"2026-03-01T11:00:00Z"}]}""");
        list("/merge_requests/7/notes", """
                {"id":1,"system":false,"author":{"id":12,"username":"bob"},"body":"Why?","created_at":"2026-03-01T10:00:00Z"}""");
        list("/merge_requests/7/commits", commit(HEAD));

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        ReviewChanged request = told.only(ReviewChanged.class);
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getMergeSha()).isEqualTo(MERGE);
        assertThat(request.getCommitShas()).contains(HEAD);
        assertThat(request.getReviews()).extracting("state").containsExactlyInAnyOrder("approved", "commented");
        assertThat(told.only(CommitPushed.class).getBranch()).isNull();
    }

    @Test
    void shouldTellALandingWithItsTime() throws Exception {
        // Given
        list("/events", """
                {"id":1,"action_name":"pushed to","created_at":"2026-03-01T12:00:01.500Z","push_data":{"commit_count":1,"action":"pushed","ref_type":"branch",
                 "commit_from":"%s","commit_to":"%s","ref":"main"}}""".formatted(BASE, MERGE));
        object("/repository/compare", "{\"commits\":[%s,%s]}".formatted(commit(HEAD), commit(MERGE)));

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        CommitPushed landing = told.only(CommitPushed.class);
        assertThat(landing.getOccurredAt()).isEqualTo("2026-03-01T12:00:01.500Z");
        assertThat(landing.getBranch()).isEqualTo("main");
        assertThat(landing.getBefore()).isEqualTo(BASE);
        assertThat(landing.getCommits()).extracting("sha").containsExactly(HEAD, MERGE);
    }

    @Test
    void shouldTellAPipelineWithAllAttemptsOfItsJobs() throws Exception {
        // Given
        String pipeline = """
                {"id":50,"iid":5,"sha":"%s","ref":"main","status":"success","source":"push","created_at":"2026-03-01T12:00:00Z",
                 "updated_at":"2026-03-01T12:10:00Z","started_at":"2026-03-01T12:00:10Z","finished_at":"2026-03-01T12:10:00Z"}""".formatted(MERGE);
        list("/pipelines", pipeline);
        object("/pipelines/50", pipeline);
        gitlab.route(
                PROJECT + "/pipelines/50/jobs", Pages.of(gitlab, () -> List.of(job(2, "success"), job(1, "failed"))));

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        assertThat(told.all(BuildChanged.class))
                .extracting(BuildChanged::getJob, BuildChanged::getAttempt, BuildChanged::getOutcome)
                .containsExactlyInAnyOrder(
                        tuple("test", 1, "failure"), tuple("test", 2, "success"), tuple(null, 1, "success"));
    }

    @Test
    void shouldTellDeploymentsAndIncidents() throws Exception {
        // Given
        list("/deployments", """
                {"id":60,"iid":6,"sha":"%s","ref":"main","status":"success","created_at":"2026-03-01T12:10:00Z","updated_at":"2026-03-01T12:20:00Z",
                 "environment":{"name":"production"},"deployable":{"id":61,"started_at":"2026-03-01T12:11:00Z","finished_at":"2026-03-01T12:20:00Z"}}""".formatted(MERGE));
        list("/issues", """
                {"id":70,"iid":9,"issue_type":"incident","state":"opened","title":"Down","labels":[],"created_at":"2026-03-01T13:00:00Z",
                 "updated_at":"2026-03-01T13:00:00Z"}""");

        // When
        Backfilled told = Backfilled.of(settings());

        // Then
        assertThat(told.only(DeployChanged.class).getOutcome()).isEqualTo("success");
        assertThat(told.only(IncidentChanged.class).getIncidentId()).isEqualTo("9");
    }

    @Test
    void shouldFindTheProjectsOfAGroupAndItsSubgroups() throws Exception {
        // Given
        gitlab.route(
                "/api/v4/groups/acme/projects",
                Pages.of(
                        gitlab,
                        () -> List.of(
                                "{\"path_with_namespace\":\"acme/shop\"}",
                                "{\"path_with_namespace\":\"acme/web/front\"}",
                                "{\"path_with_namespace\":\"acme/attic\",\"archived\":true}")));

        // When
        List<String> found = repositories(Backfilled.settings("gitlab", gitlab.base() + "/api/v4", List.of("acme/**")));

        // Then
        assertThat(found).containsExactly("acme/shop", "acme/web/front");
        assertThat(gitlab.calls().get(0).headers()).containsEntry("PRIVATE-TOKEN", "token");
        assertThat(gitlab.calls().get(0).query()).containsEntry("include_subgroups", "true");
    }

    @Test
    void shouldFindTheProjectsOfASubgroup() throws Exception {
        // Given
        gitlab.route(
                "/api/v4/groups/acme%2Fweb/projects",
                Pages.of(gitlab, () -> List.of("{\"path_with_namespace\":\"acme/web/front\"}")));
        SourceSettings named = settings();
        SourceSettings settings = new SourceSettings(
                named.provider(),
                named.access(),
                new SourceSettings.Scope(
                        new SourceSettings.Repositories(List.of(), List.of("acme/web"), List.of(), false),
                        Set.of(),
                        null),
                named.pace(),
                null);

        // When
        List<String> found = repositories(settings);

        // Then
        assertThat(found).containsExactly("acme/web/front");
    }

    private static List<String> repositories(SourceSettings settings) throws Exception {
        try (Source source = Sources.of(settings, Clock.systemUTC(), new PollingMetrics())) {
            return source.repositories();
        }
    }

    private SourceSettings settings() {
        return Backfilled.settings("gitlab", gitlab.base() + "/api/v4", List.of("acme/shop"));
    }

    private void list(String path, String item) {
        gitlab.route(PROJECT + path, Pages.of(gitlab, () -> List.of(item)));
    }

    private void object(String path, String json) {
        gitlab.route(PROJECT + path, call -> Answer.json(json));
    }

    private static String commit(String sha) {
        return """
                {"id":"%s","parent_ids":["%s"],"message":"Do","author_name":"A","author_email":"a@example.com","authored_date":"2026-03-01T07:00:00Z",
                 "committed_date":"2026-03-01T07:00:00Z"}""".formatted(sha, BASE);
    }

    private static String job(int id, String status) {
        return """
                {"id":%d,"name":"test","stage":"test","status":"%s","created_at":"2026-03-01T12:00:0%dZ","started_at":"2026-03-01T12:01:00Z",
                 "finished_at":"2026-03-01T12:05:00Z","tag_list":["linux"]}""".formatted(id, status, id);
    }
}

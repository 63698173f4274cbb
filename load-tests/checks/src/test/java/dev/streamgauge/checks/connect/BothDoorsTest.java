package dev.streamgauge.checks.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.checks.Streamed;
import dev.streamgauge.connectors.connect.testkit.Backfilled;
import dev.streamgauge.connectors.connect.testkit.FakeGitHub;
import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.github.GitHubProvider;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.generator.draw.Dice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One story of a change, told by GitHub's webhooks, by its API, and by both: the facts are the same. */
class BothDoorsTest {

    private static final String BASE = "1".repeat(40);
    private static final String HEAD = "3".repeat(40);
    private static final String SQUASH = "4".repeat(40);

    private static final String REPOSITORY =
            "{\"full_name\":\"acme/shop\",\"html_url\":\"https://github.com/acme/shop\",\"default_branch\":\"main\",\"pushed_at\":%d}";
    private static final String PULL = """
            {"id":1,"number":7,"state":"closed","draft":false,"title":"Faster","user":{"id":11,"login":"ada","type":"User"},
             "created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T12:00:00Z","closed_at":"2026-03-01T12:00:00Z",
             "merged_at":"2026-03-01T12:00:00Z","merge_commit_sha":"%s","html_url":"https://github.com/acme/shop/pull/7",
             "head":{"ref":"faster","sha":"%s"},"base":{"ref":"main","sha":"%s"},"labels":[]}""".formatted(SQUASH, HEAD, BASE);
    private static final String REVIEW = """
            {"id":5,"user":{"id":12,"login":"bob","type":"User"},"state":"%s","submitted_at":"2026-03-01T11:00:00Z"}""";
    private static final String RUN = """
            {"id":900,"workflow_id":4,"name":"ci","run_attempt":1,"event":"push","head_branch":"main","head_sha":"%s","status":"completed",
             "conclusion":"success","created_at":"2026-03-01T12:00:05Z","run_started_at":"2026-03-01T12:00:05Z","updated_at":"2026-03-01T12:06:00Z",
             "html_url":"https://github.com/acme/shop/actions/runs/900","pull_requests":[]}""".formatted(SQUASH);
    private static final String JOB = """
            {"id":901,"run_id":900,"run_attempt":1,"name":"test","workflow_name":"ci","head_sha":"%s","head_branch":"main","status":"completed",
             "conclusion":"success","created_at":"2026-03-01T12:00:05Z","started_at":"2026-03-01T12:01:00Z","completed_at":"2026-03-01T12:05:30Z",
             "labels":["linux"],"runner_id":3,"steps":[]}""".formatted(SQUASH);
    private static final String DEPLOYMENT = """
            {"id":50,"sha":"%s","ref":"main","environment":"production","created_at":"2026-03-01T12:10:00Z","updated_at":"2026-03-01T12:20:00Z","payload":{}}""".formatted(SQUASH);
    private static final String STATUS =
            "{\"id\":%d,\"state\":\"%s\",\"environment\":\"production\",\"target_url\":\"\",\"created_at\":\"%s\"}";

    private final FakeGitHub github = new FakeGitHub();
    private final List<SpecificRecord> webhooks = new ArrayList<>();
    private int deliveries;

    @BeforeEach
    void tell() {
        tellByWebhooks();
        tellByApi();
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void eitherDoorAloneAndBothGiveTheSameFacts() throws Exception {
        // Given
        List<SpecificRecord> polled = poll();
        List<SpecificRecord> both = new ArrayList<>(webhooks);
        both.addAll(polled);

        // When
        Map<String, List<ObjectNode>> byWebhooks = facts(webhooks);
        Map<String, List<ObjectNode>> byPoller = facts(polled);
        Map<String, List<ObjectNode>> byBoth = facts(both);

        // Then
        assertThat(byWebhooks.get("deliveries")).isNotEmpty();
        assertThat(byPoller).isEqualTo(byWebhooks);
        assertThat(byBoth).isEqualTo(byWebhooks);
    }

    @Test
    void whatTheWebhooksMissedIsFound() throws Exception {
        // Given
        Map<String, List<ObjectNode>> whole = facts(webhooks);
        List<SpecificRecord> halved = new ArrayList<>();
        for (int i = 0; i < webhooks.size(); i += 2) {
            halved.add(webhooks.get(i));
        }
        assertThat(facts(halved)).isNotEqualTo(whole);

        // When
        halved.addAll(poll());

        // Then
        assertThat(facts(halved)).isEqualTo(whole);
    }

    private void tellByWebhooks() {
        String commit = """
                {"id":"%s","distinct":true,"message":"Do","timestamp":"2026-03-01T07:00:00Z","author":{"name":"A","email":"a@example.com"},
                 "added":[],"modified":["x"],"removed":[]}""";
        hook("push", """
                {"ref":"refs/heads/faster","before":"%s","after":"%s","repository":%s,"commits":[%s]}""".formatted(BASE, HEAD, repository("2026-03-01T08:00:00Z"), commit.formatted(HEAD)));
        hook("pull_request_review", """
                {"action":"submitted","review":%s,"pull_request":%s,"repository":%s}""".formatted(REVIEW.formatted("approved"), PULL, repository(null)));
        hook("push", """
                {"ref":"refs/heads/main","before":"%s","after":"%s","repository":%s,"commits":[%s]}""".formatted(
                        BASE,
                        SQUASH,
                        repository("2026-03-01T12:00:00Z"),
                        commit.formatted(SQUASH).replace("Do", "Do (#7)")));
        hook(
                "pull_request",
                "{\"action\":\"closed\",\"pull_request\":%s,\"repository\":%s}".formatted(PULL, repository(null)));
        hook(
                "workflow_job",
                "{\"action\":\"completed\",\"workflow_job\":%s,\"repository\":%s}".formatted(JOB, repository(null)));
        hook(
                "workflow_run",
                "{\"action\":\"completed\",\"workflow_run\":%s,\"workflow\":{\"name\":\"ci\"},\"repository\":%s}"
                        .formatted(RUN, repository(null)));
        status(1, "in_progress", "2026-03-01T12:11:00Z");
        status(2, "success", "2026-03-01T12:20:00Z");
    }

    private void status(int id, String state, String at) {
        hook(
                "deployment_status",
                "{\"action\":\"created\",\"deployment_status\":%s,\"deployment\":%s,\"repository\":%s}"
                        .formatted(STATUS.formatted(id, state, at), DEPLOYMENT, repository(null)));
    }

    private void tellByApi() {
        github.add("pulls", PULL);
        github.add("pulls/7/reviews", REVIEW.formatted("APPROVED"));
        github.add("pulls/7/commits", commit(HEAD, "Do"));
        github.add("activity", """
                {"id":31,"before":"%s","after":"%s","ref":"refs/heads/main","timestamp":"2026-03-01T12:00:00Z","activity_type":"pr_merge"}""".formatted(BASE, SQUASH));
        github.object("compare/" + BASE + "..." + SQUASH, "{\"commits\":[" + commit(SQUASH, "Do (#7)") + "]}");
        github.add("runs", RUN);
        github.add("jobs/900/1", JOB);
        github.add("deployments", DEPLOYMENT);
        github.add("deployments/50/statuses", STATUS.formatted(2, "success", "2026-03-01T12:20:00Z"));
        github.add("deployments/50/statuses", STATUS.formatted(1, "in_progress", "2026-03-01T12:11:00Z"));
    }

    private static String commit(String sha, String message) {
        return """
                {"sha":"%s","parents":[{"sha":"%s"}],"commit":{"message":"%s","author":{"name":"A","email":"a@example.com","date":"2026-03-01T07:00:00Z"},
                 "committer":{"date":"2026-03-01T07:00:00Z"}},"author":{"id":11,"login":"ada","type":"User"}}""".formatted(sha, BASE, message);
    }

    private static String repository(String pushedAt) {
        return REPOSITORY.formatted(
                pushedAt == null ? 0 : Instant.parse(pushedAt).getEpochSecond());
    }

    private void hook(String event, String body) {
        Map<String, String> headers = Map.of(
                "x-github-event", event, "x-github-delivery", "d" + deliveries++, "content-type", "application/json");
        Delivery delivery =
                new Delivery(headers, body.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-03-01T13:00:00Z"));
        Mapped mapped = new GitHubProvider().map(delivery, DoorRules.usual());
        assertThat(mapped).isInstanceOf(Mapped.Events.class);
        webhooks.addAll(((Mapped.Events) mapped).events());
    }

    private List<SpecificRecord> poll() throws Exception {
        return Backfilled.of(Backfilled.settings(github.api(), List.of("acme/shop"), Set.of()))
                .events();
    }

    /** All but what is told of the sources themselves: how many events came, and when. */
    private static Map<String, List<ObjectNode>> facts(List<SpecificRecord> events) {
        Map<String, List<ObjectNode>> facts = new TreeMap<>(new Streamed().after(events, new Dice(1)));
        facts.remove("completeness");
        return facts;
    }
}

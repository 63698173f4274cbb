package dev.streamgauge.connectors.connect.polling.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.Source;
import dev.streamgauge.connectors.connect.polling.Sources;
import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.Backfilled;
import dev.streamgauge.connectors.connect.testkit.Call;
import dev.streamgauge.connectors.connect.testkit.FakeApi;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Jenkins' builds become. */
class JenkinsSourceTest {

    private static final String SHA = "4".repeat(40);
    private static final Pattern RANGE = Pattern.compile("\\{(\\d+),(\\d+)}$");

    private final FakeApi jenkins = new FakeApi();

    @AfterEach
    void close() {
        jenkins.close();
    }

    @Test
    void shouldTellABuildWithWhatTheNotificationPluginDoesNotKnow() throws Exception {
        // Given
        jenkins.route("/job/shop/job/main/api/json", call -> Answer.json("{\"allBuilds\":[%s]}".formatted(build(17))));

        // When
        Backfilled told =
                Backfilled.of(Backfilled.settings("jenkins", jenkins.base().toString(), List.of("shop/main")));

        // Then
        BuildChanged build = told.only(BuildChanged.class);
        assertThat(build.getRunId()).isEqualTo("shop/main#17");
        assertThat(build.getWorkflow()).isEqualTo("shop");
        assertThat(build.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(build.getSha()).isEqualTo(SHA);
        assertThat(build.getBranch()).isEqualTo("main");
        assertThat(build.getTrigger()).isEqualTo("schedule");
        assertThat(build.getOutcome()).isEqualTo("failure");
        assertThat(build.getReadyAt()).isEqualTo("2026-03-01T09:59:50Z");
        assertThat(build.getQueuedAt()).isEqualTo("2026-03-01T09:59:45Z");
        assertThat(build.getStartedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(build.getFinishedAt()).isEqualTo("2026-03-01T10:01:00Z");
        assertThat(jenkins.calls().get(0).headers().get("Authorization")).startsWith("Basic ");
    }

    @Test
    void shouldReadAllRangesOfALongHistory() throws Exception {
        // Given
        jenkins.route("/job/shop/api/json", this::range);

        // When
        Backfilled told =
                Backfilled.of(Backfilled.settings("jenkins", jenkins.base().toString(), List.of("shop")));

        // Then
        assertThat(told.all(BuildChanged.class)).hasSize(120);
        assertThat(jenkins.calls()).hasSize(3);
    }

    @Test
    void shouldFindJobsInFolders() throws Exception {
        // Given
        jenkins.route(
                "/api/json",
                call -> Answer.json(
                        "{\"jobs\":[{\"name\":\"acme\",\"jobs\":[{\"name\":\"x\"}]},{\"name\":\"tool\",\"color\":\"blue\"}]}"));
        jenkins.route(
                "/job/acme/api/json",
                call -> Answer.json(
                        "{\"jobs\":[{\"name\":\"shop\",\"color\":\"red\"},{\"name\":\"old\",\"color\":\"disabled\"}]}"));

        // When
        List<String> found;
        try (Source source = Sources.of(
                Backfilled.settings("jenkins", jenkins.base().toString(), List.of("acme/*")),
                Clock.systemUTC(),
                new PollingMetrics())) {
            found = source.repositories();
        }

        // Then
        assertThat(found).containsExactly("acme/shop");
    }

    private Answer range(Call call) {
        Matcher range = RANGE.matcher(call.query().get("tree"));
        assertThat(range.find()).isTrue();
        String builds = IntStream.range(
                        Integer.parseInt(range.group(1)), Math.min(120, Integer.parseInt(range.group(2))))
                .mapToObj(i -> build(120 - i))
                .collect(Collectors.joining(","));
        return Answer.json("{\"allBuilds\":[" + builds + "]}");
    }

    private static String build(int number) {
        long began = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli() + (number - 17) * 3_600_000L;
        return """
                {"number":%d,"url":"https://ci.example.com/job/shop/job/main/%d/","result":"UNSTABLE","building":false,"timestamp":%d,"duration":60000,
                 "actions":[{},{"causes":[{"_class":"hudson.triggers.TimerTrigger$TimerTriggerCause"}]},
                 {"buildableDurationMillis":10000,"blockedDurationMillis":2000,"waitingDurationMillis":3000},
                 {"lastBuiltRevision":{"SHA1":"%s","branch":[{"name":"origin/main"}]},"remoteUrls":["https://github.com/acme/shop.git"]}]}""".formatted(number, number, began, SHA);
    }
}

package dev.streamgauge.standalone.serve;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.RealAlertmanager;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.commands.RulesCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Broker, processors and sink, each in a process as in production, and a cluster of Alertmanagers that notifies somebody. */
abstract class LiveInstallation {

    static final Duration SOON = Duration.ofSeconds(60);
    static final Duration FOR = Duration.ofSeconds(3);

    /** Longer than a restart of the sink. */
    static final Duration RESOLVE_TIMEOUT = Duration.ofSeconds(45);

    /** Many times as long as it takes to tell again what fires. */
    static final Duration A_WHILE = Duration.ofSeconds(5);

    /** One interval, and what a busy machine needs to read an event. */
    static final Duration EVALUATION = Duration.ofSeconds(1).plus(Duration.ofSeconds(4));

    static final String WAITS = "CiWaits/ticket";
    static final String RULES = """
            rules:
              - { name: CiWaits, kind: depth, scope: { queue: ci }, threshold: 0, for: 3s }
            """;

    private static final String PREFIX = "live.";

    static QueuedBuilds builds;

    @TempDir
    private static Path directory;

    private static Platform platform;
    private static HttpReceiver notified;
    private static RealAlertmanager first;
    private static RealAlertmanager second;
    private static ServeProcess processors;
    private static ServeProcess sink;

    @BeforeAll
    static void start() throws Exception {
        RealAlertmanager.installed();
        platform = Platform.start(PlatformConfig.temporary());
        notified = new HttpReceiver();
        String config = """
                global: {resolve_timeout: %ds}
                route: {receiver: counted, group_by: ['...'], group_wait: 0s, group_interval: 5s, repeat_interval: 1h}
                receivers: [{name: counted, webhook_configs: [{url: '%s/', send_resolved: true}]}]
                """.formatted(RESOLVE_TIMEOUT.toSeconds(), notified.url());
        first = RealAlertmanager.start(directory, config);
        second = RealAlertmanager.start(directory, config, first);
        processors = serve("processors");
        sink = serve("alerting");
        builds = new QueuedBuilds(platform, PREFIX);
        processors.awaitReady();
        sink.awaitReady();
        apply(RULES);
    }

    @AfterAll
    static void stop() {
        Stream.of(builds, sink, processors, second, first, notified, platform)
                .filter(each -> each != null)
                .forEach(LiveInstallation::close);
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServeProcess serve(String role) throws IOException {
        Path config = new ServeFile(platform, PREFIX)
                .processors()
                .alerting()
                .set("alerting.receiver.am.type", "alertmanager")
                .set("alerting.receiver.am.urls", first.url() + "," + second.url())
                .set("alerting.receiver.am.resend.ms", 500)
                .in(directory.resolve("streamgauge.properties"));
        return ServeProcess.start(config, role);
    }

    static void restartSink() throws Exception {
        assertThat(sink.terminate()).isEqualTo(143);
        sink = serve("alerting");
        sink.awaitReady();
    }

    /** As an operator does it. */
    static void apply(String rules) throws IOException {
        Path file = Files.writeString(directory.resolve("rules.yaml"), rules);
        CommandRun run = CommandRun.of(
                new RulesCommand(),
                "rules",
                "apply",
                file.toString(),
                "--bootstrap-server",
                platform.bootstrapServers(),
                "--prefix",
                PREFIX);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    /** Whether each member of the cluster says that exactly these alerts of a repository are active. */
    static boolean bothKnow(String repository, String... alerts) {
        List<String> expected = Arrays.stream(alerts).sorted().toList();
        return Stream.of(first, second)
                .allMatch(member -> member.active("repository", repository).stream()
                        .sorted()
                        .toList()
                        .equals(expected));
    }

    /** When the members would take it that a repository's alerts are over, if they heard no more of them. */
    static Instant endsBy(String repository) {
        Instant one = first.endsBy("repository", repository);
        Instant other = second.endsBy("repository", repository);
        return one.isBefore(other) ? one : other;
    }

    /** What somebody was notified of about a repository, in this order. */
    static List<String> notifications(String repository) {
        return notified.requests().stream()
                .flatMap(request ->
                        StreamSupport.stream(request.json().get("alerts").spliterator(), false))
                .filter(alert -> alert.at("/labels/repository").asText().equals(repository))
                .map(alert -> status(alert))
                .toList();
    }

    private static String status(JsonNode alert) {
        return alert.get("status").asText();
    }

    static Instant startsAt(String repository, String alert) {
        return published(repository, alert).getStartsAt();
    }

    static Instant resolvedAt(String repository, String alert) {
        return published(repository, alert).getResolvedAt();
    }

    private static Alert published(String repository, String alert) {
        return new TopicReader(platform.clientConfig(), PREFIX)
                .latest(Topics.ALERTS).values().stream()
                        .filter(each -> each.getName().equals(repository)
                                && alert.equals(each.getRule() + "/" + each.getSeverity()))
                        .findFirst()
                        .orElseThrow();
    }

    /** Lets time pass in which something wrong would happen. */
    static void keepWatching(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        eventually(length.plus(SOON), "time passes", () -> System.nanoTime() > end);
    }
}

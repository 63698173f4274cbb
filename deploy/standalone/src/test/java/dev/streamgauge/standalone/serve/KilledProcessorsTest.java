package dev.streamgauge.standalone.serve;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.alerts.PublishedRules;
import dev.streamgauge.standalone.alerts.RulesText;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who watches is killed while an alert is pending, and again while it fires. */
class KilledProcessorsTest {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String PREFIX = "killed.";
    private static final String SHOP = "github.com/acme/shop";
    private static final String RULES = """
            rules:
              - { name: CiWaits, kind: depth, scope: { queue: ci }, threshold: 0, for: 15s }
            """;

    @TempDir
    Path directory;

    @Test
    void anEpisodeOutlivesThoseWhoWatchIt() throws Exception {
        try (Platform platform = Platform.start(PlatformConfig.temporary())) {
            // Given
            Path config = config(platform);
            Instant queued = Instant.now();
            try (QueuedBuilds builds = begin(platform, config, queued)) {

                // When
                try (ServeProcess processors = ServeProcess.start(config, "processors")) {
                    eventually(SOON, "it fires", () -> states(platform).contains("firing"));
                    processors.kill();
                }
                try (ServeProcess processors = ServeProcess.start(config, "processors")) {
                    processors.awaitReady();
                    LiveInstallation.keepWatching(Duration.ofSeconds(5));
                    builds.start(SHOP, "17", queued);
                    eventually(SOON, "it is over", () -> states(platform).contains("resolved"));
                    processors.kill();
                }
            }

            // Then
            List<Alert> told = told(platform);
            assertThat(told).extracting(Alert::getState).containsExactly("pending", "firing", "resolved");
            assertThat(told).extracting(Alert::getRevision).isSorted().doesNotHaveDuplicates();
            assertThat(told)
                    .extracting(Alert::getFingerprint)
                    .containsOnly(told.get(0).getFingerprint());
            assertThat(told)
                    .extracting(Alert::getStartsAt)
                    .containsOnly(told.get(0).getStartsAt());
        }
    }

    /** Something waits, and whoever has seen it is killed. */
    private static QueuedBuilds begin(Platform platform, Path config, Instant queued) throws Exception {
        try (ServeProcess processors = ServeProcess.start(config, "processors")) {
            new PublishedRules(platform.clientConfig(), PREFIX).publish(RulesText.of("rules.yaml", RULES));
            QueuedBuilds builds = new QueuedBuilds(platform, PREFIX);
            builds.queue(SHOP, "17", queued);
            eventually(SOON, "it is pending", () -> states(platform).contains("pending"));
            processors.kill();
            return builds;
        }
    }

    private Path config(Platform platform) throws IOException {
        return new ServeFile(platform, PREFIX).processors().in(directory.resolve("streamgauge.properties"));
    }

    private static List<String> states(Platform platform) {
        return told(platform).stream().map(Alert::getState).toList();
    }

    /** All that was published of the one rule, in its order. */
    private static List<Alert> told(Platform platform) {
        List<Alert> told = new ArrayList<>();
        new TopicReader(platform.clientConfig(), PREFIX).each(Topics.ALERTS, found -> {
            if (found.value().getRule().equals("CiWaits")) {
                told.add(found.value());
            }
        });
        return told;
    }
}

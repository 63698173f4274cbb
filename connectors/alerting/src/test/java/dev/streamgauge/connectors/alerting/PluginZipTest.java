package dev.streamgauge.connectors.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.Task;
import dev.streamgauge.connectors.alerting.testkit.TestAlerts;
import dev.streamgauge.schemas.testkit.PluginZip;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip as a worker loads it: nothing of ours from elsewhere, and of the worker only what it promises. Run by the build when the zip is there. */
class PluginZipTest {

    @TempDir
    Path directory;

    private PluginZip zip;

    @BeforeEach
    void unpack() throws IOException {
        zip = PluginZip.unpacked(directory);
    }

    @Test
    void shouldHoldWhatAMarketplaceExpectsAndNothingThatTheWorkerBrings() {
        assertThat(zip.names())
                .contains("manifest.json", "etc/alerts-pagerduty.properties", "doc/LICENSE", "doc/connect/alerts.md")
                .anyMatch(name -> name.matches("lib/streamgauge-alerting-.*\\.jar"))
                .noneMatch(name -> name.matches("lib/(kafka|connect|slf4j|logback|zstd|lz4|snappy|micrometer).*"));
    }

    @Test
    void shouldFindThePluginByItsManifestAlone() throws IOException {
        try (URLClassLoader isolated = zip.isolated()) {
            assertThat(ServiceLoader.load(SinkConnector.class, isolated))
                    .extracting(plugin -> plugin.getClass().getSimpleName())
                    .containsExactly("AlertSinkConnector");
        }
    }

    @Test
    void shouldTellAReceiverWithItsOwnClasses() throws Exception {
        try (URLClassLoader isolated = zip.isolated();
                HttpReceiver receiver = new HttpReceiver();
                TestRegistry registry = new TestRegistry()) {
            // Given
            SinkTask task = (SinkTask) isolated.loadClass("dev.streamgauge.connectors.alerting.shell.AlertSinkTask")
                    .getConstructor()
                    .newInstance();
            Map<String, String> settings =
                    Map.of("type", "pagerduty", "routing.key", "k", "url", receiver.url(), "allow.hosts", "127.0.0.1");

            // When
            boolean taken;
            try (Task worker = new Task(task, settings, List.of(TestAlerts.firing()), registry)) {
                taken = worker.turn();
            }

            // Then
            assertThat(taken).isTrue();
            assertThat(receiver.requests()).hasSize(1);
        }
    }
}

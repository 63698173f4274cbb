package dev.streamgauge.connectors.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.Task;
import dev.streamgauge.connectors.alerting.testkit.TestAlerts;
import dev.streamgauge.schemas.testkit.PluginZipContract;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;

class PluginZipTest extends PluginZipContract {

    PluginZipTest() {
        super("streamgauge-alerting", "etc/alerts-pagerduty.properties", "doc/connect/alerts.md");
    }

    @Test
    void shouldFindThePluginByItsManifestAlone() throws IOException {
        assertThat(found(SinkConnector.class)).containsExactly("AlertSinkConnector");
    }

    @Test
    void shouldTellAReceiverWithItsOwnClasses() throws Exception {
        try (URLClassLoader isolated = isolated();
                HttpReceiver receiver = new HttpReceiver();
                TestRegistry registry = new TestRegistry()) {
            // Given
            SinkTask task = (SinkTask) newInstance(isolated, "dev.streamgauge.connectors.alerting.shell.AlertSinkTask");
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

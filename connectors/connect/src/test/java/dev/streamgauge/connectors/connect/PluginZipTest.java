package dev.streamgauge.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.connect.testkit.FakeGitHub;
import dev.streamgauge.connectors.connect.testkit.Worker;
import dev.streamgauge.schemas.testkit.PluginZipContract;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.Test;

class PluginZipTest extends PluginZipContract {

    PluginZipTest() {
        super("streamgauge-connect", "etc/github-source.properties");
    }

    @Test
    void shouldFindThePluginsByTheirManifestsAlone() throws IOException {
        assertThat(found(SourceConnector.class))
                .contains("GitHubSourceConnector", "GitLabSourceConnector", "JenkinsSourceConnector");
        assertThat(found(Converter.class)).contains("StreamgaugeAvroConverter");
    }

    @Test
    void shouldPollMapAndConvertWithItsOwnClasses() throws Exception {
        try (URLClassLoader isolated = isolated();
                FakeGitHub github = new FakeGitHub();
                TestRegistry registry = new TestRegistry()) {
            // Given
            github.add("issues", """
                    {"id":1,"number":1,"state":"open","title":"Down","labels":[{"name":"incident"}],"created_at":"2026-03-02T10:00:00Z",
                     "updated_at":"2026-03-02T10:00:00Z"}""");
            SourceTask task =
                    (SourceTask) newInstance(isolated, "dev.streamgauge.connectors.connect.shell.PollingTask");
            Converter converter = (Converter) newInstance(isolated, StreamgaugeAvroConverter.class.getName());
            converter.configure(Map.of("schema.registry.url", registry.url()), false);
            Map<String, String> settings = new HashMap<>(Map.of(
                    "url",
                    github.api().base().toString(),
                    "token",
                    "t",
                    "repositories",
                    "acme/shop",
                    "since",
                    "2026-01-01"));
            settings.put("task.provider", "github");
            settings.put("task.repositories", "acme/shop");
            task.initialize(Worker.context(settings));
            task.start(settings);

            // When
            List<SourceRecord> records = null;
            while (records == null) {
                records = task.poll();
            }
            task.stop();

            // Then
            SourceRecord record = records.get(0);
            assertThat(record.topic()).isEqualTo("streamgauge.events.incidents.v1");
            assertThat(record.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
            byte[] bytes = converter.fromConnectData(record.topic(), record.valueSchema(), record.value());
            SchemaAndValue back = converter.toConnectData(record.topic(), bytes);
            assertThat(back.value()).isEqualTo(record.value());
        }
    }
}

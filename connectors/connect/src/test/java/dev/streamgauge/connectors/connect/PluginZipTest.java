package dev.streamgauge.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.connect.testkit.FakeGitHub;
import dev.streamgauge.connectors.connect.testkit.Worker;
import dev.streamgauge.schemas.testkit.PluginZip;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.storage.Converter;
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
                .contains("manifest.json", "etc/github-source.properties", "doc/LICENSE", "doc/NOTICE")
                .anyMatch(name -> name.matches("lib/streamgauge-connect-.*\\.jar"))
                .noneMatch(name -> name.matches("lib/(kafka|connect|slf4j|logback|zstd|lz4|snappy).*"));
    }

    @Test
    void shouldFindThePluginsByTheirManifestsAlone() throws IOException {
        try (URLClassLoader isolated = zip.isolated()) {
            assertThat(ServiceLoader.load(SourceConnector.class, isolated))
                    .extracting(plugin -> plugin.getClass().getSimpleName())
                    .contains("GitHubSourceConnector", "GitLabSourceConnector", "JenkinsSourceConnector");
            assertThat(ServiceLoader.load(Converter.class, isolated))
                    .extracting(plugin -> plugin.getClass().getSimpleName())
                    .contains("StreamgaugeAvroConverter");
        }
    }

    @Test
    void shouldPollMapAndConvertWithItsOwnClasses() throws Exception {
        try (URLClassLoader isolated = zip.isolated();
                FakeGitHub github = new FakeGitHub();
                TestRegistry registry = new TestRegistry()) {
            // Given
            github.add("issues", """
                    {"id":1,"number":1,"state":"open","title":"Down","labels":[{"name":"incident"}],"created_at":"2026-03-02T10:00:00Z",
                     "updated_at":"2026-03-02T10:00:00Z"}""");
            SourceTask task = (SourceTask) isolated.loadClass("dev.streamgauge.connectors.connect.shell.PollingTask")
                    .getConstructor()
                    .newInstance();
            Converter converter = (Converter) isolated.loadClass(StreamgaugeAvroConverter.class.getName())
                    .getConstructor()
                    .newInstance();
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

package dev.streamgauge.connectors.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.Registry;
import dev.streamgauge.connectors.alerting.testkit.Task;
import dev.streamgauge.connectors.alerting.testkit.TestAlerts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip as a worker loads it: nothing of ours from elsewhere, and of the worker only what it promises. Run by the build when the zip is there. */
class PluginZipTest {

    @TempDir
    Path directory;

    private final List<String> names = new ArrayList<>();

    @BeforeEach
    void unpack() throws IOException {
        String file = System.getProperty("plugin.zip");
        assumeThat(file).as("the zip, which is there after 'package'").isNotNull();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(Path.of(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().replaceFirst("^[^/]*/", ""));
                if (entry.getName().endsWith(".jar")) {
                    Files.copy(zip, directory.resolve(Path.of(entry.getName()).getFileName()));
                }
            }
        }
    }

    @Test
    void shouldHoldWhatAMarketplaceExpectsAndNothingThatTheWorkerBrings() {
        assertThat(names)
                .contains("manifest.json", "etc/alerts-pagerduty.properties", "doc/LICENSE", "doc/connect/alerts.md")
                .anyMatch(name -> name.matches("lib/streamgauge-alerting-.*\\.jar"))
                .noneMatch(name -> name.matches("lib/(kafka|connect|slf4j|logback|zstd|lz4|snappy|micrometer).*"));
    }

    @Test
    void shouldFindThePluginByItsManifestAlone() throws IOException {
        try (URLClassLoader isolated = isolated()) {
            assertThat(ServiceLoader.load(SinkConnector.class, isolated))
                    .extracting(plugin -> plugin.getClass().getSimpleName())
                    .containsExactly("AlertSinkConnector");
        }
    }

    @Test
    void shouldTellAReceiverWithItsOwnClasses() throws Exception {
        try (URLClassLoader isolated = isolated();
                HttpReceiver receiver = new HttpReceiver();
                Registry registry = new Registry()) {
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

    private URLClassLoader isolated() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (var files = Files.list(directory)) {
            for (Path jar : files.toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), new OnlyWorker());
    }

    /** Java, Kafka's clients, Connect's API and the log: what a worker shares with its plugins. */
    private static final class OnlyWorker extends ClassLoader {

        private OnlyWorker() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.apache.kafka.") || name.startsWith("org.slf4j.")) {
                return PluginZipTest.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return null;
        }
    }
}

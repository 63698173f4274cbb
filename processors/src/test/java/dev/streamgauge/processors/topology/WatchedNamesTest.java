package dev.streamgauge.processors.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.app.ProcessorsApp;
import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.wire.WireConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names on which the state of a watched installation hangs; without those who watch, they are held by the checks. */
class WatchedNamesTest {

    private static final String GOLDEN = "topology-watched.txt";

    private static ProcessorsConfig config() {
        return new ProcessorsConfig(
                "127.0.0.1:1",
                Topic.DEFAULT_PREFIX,
                Path.of("target", "no-state"),
                "watched",
                Engine.DEFAULT,
                Map.of(WireConfig.URL, "http://127.0.0.1:1"),
                Map.of());
    }

    @Test
    void namesAreThoseOfRunningInstallations() throws IOException {
        // When
        String actual = ProcessorsApp.topology(config().with(WatchSettings.DEFAULT))
                .describe()
                .toString();

        // Then
        Path target = Path.of("target", GOLDEN);
        Files.createDirectories(target.getParent());
        Files.writeString(target, actual);
        assertThat(actual)
                .as("If the change is meant: cp processors/target/%s processors/src/test/resources/%s", GOLDEN, GOLDEN)
                .isEqualTo(golden());
    }

    @Test
    void whoBeginsToWatchKeepsTheNamesOfAllThatWasThere() {
        // Given
        List<String> nodes = nodes(config().with(WatchSettings.DEFAULT));

        // When
        List<String> unwatched = nodes(config());

        // Then
        assertThat(nodes).containsSubsequence(unwatched);
    }

    private static List<String> nodes(ProcessorsConfig config) {
        return ProcessorsApp.topology(config)
                .describe()
                .toString()
                .lines()
                .filter(line -> line.matches("\\s*(Source|Sink|Sub-topology).*"))
                .toList();
    }

    private static String golden() throws IOException {
        try (InputStream golden = WatchedNamesTest.class.getResourceAsStream("/" + GOLDEN)) {
            return golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.streamgauge.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that the documentation points to. */
class ExampleTest {

    private static final Path EXAMPLE = Path.of("../gateway");

    /** Its secret is in the environment, which a test cannot change. */
    private static final Map<String, String> SECRET =
            Map.of("STREAMGAUGE_SOURCE_GITHUB_SECRET", "the-secret-of-github");

    @TempDir
    Path directory;

    @Test
    void theExampleCanBeUsed() {
        // When
        ServiceSettings settings = ServiceSettings.read(EXAMPLE.resolve("streamgauge.properties"), SECRET);
        Service gateway = Role.GATEWAY.with(settings);

        // Then
        settings.require(gateway.mistakes());
        assertThat(settings.doors()).isReadable();
        assertThat(settings.prefix()).isEqualTo("streamgauge.");
    }

    @Test
    void whatIsCommentedOutIsWellToo() throws IOException {
        // Given
        List<String> lines = Files.readAllLines(EXAMPLE.resolve("streamgauge.properties")).stream()
                .map(line -> line.matches("#[a-z]+\\..*") ? line.substring(1) : line)
                .filter(line -> !line.equals("config.providers=env"))
                .map(line -> line.replace("${file:/run/secrets/streamgauge.properties:jaas}", "x"))
                .map(line -> line.replace("${env:GITHUB_TOKEN}", "y"))
                .toList();
        Path whole = Files.write(directory.resolve("streamgauge.properties"), lines);
        Files.copy(EXAMPLE.resolve("doors.yaml"), directory.resolve("doors.yaml"));

        // When
        ServiceSettings settings = ServiceSettings.read(whole, SECRET);

        // Then
        settings.require(Role.GATEWAY.with(settings).mistakes());
        assertThat(settings.producer()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(settings.admin()).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(settings.polling("github")).containsEntry("token", "y");
    }
}

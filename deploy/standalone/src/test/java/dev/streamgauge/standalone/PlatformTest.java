package dev.streamgauge.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

    private static final String PREFIX = "test.";

    @TempDir
    Path directory;

    @Test
    void shouldCreateTheCatalogueOnceAndFindItAgain() throws Exception {
        // Given
        try (Platform platform = Platform.start(PlatformConfig.in(directory))) {
            platform.createTopics(PREFIX, 2);
            platform.createTopics(PREFIX, 2);
        }

        // When
        try (Platform platform = Platform.start(PlatformConfig.in(directory))) {

            // Then
            assertThat(topics(platform))
                    .isEqualTo(Topics.all().stream()
                            .map((Topic<?, ?> topic) -> topic.name(PREFIX))
                            .collect(Collectors.toSet()));
            assertThatThrownBy(() -> platform.createTopics(PREFIX, 3))
                    .isInstanceOf(StandaloneException.class)
                    .hasMessageContaining("has 2 partitions, not 3");
        }
    }

    @Test
    void shouldRefuseADirectoryThatAnotherPlatformHas() {
        // Given
        try (Platform platform = Platform.start(PlatformConfig.in(directory))) {

            // When
            assertThatThrownBy(() -> Platform.start(PlatformConfig.in(directory)))
                    // Then
                    .isInstanceOf(StandaloneException.class)
                    .hasMessageContaining(platform.dataDirectory().toString())
                    .hasMessageContaining("in use")
                    .hasMessageContaining("--data-dir")
                    .hasMessageNotContaining("\n");
            platform.createTopics(PREFIX, 1);
        }
        Platform.start(PlatformConfig.in(directory)).close();
    }

    @Test
    void shouldLeaveNothingBehindInTemporaryMode() {
        // Given
        Platform platform = Platform.start(PlatformConfig.temporary());
        Path data = platform.dataDirectory();
        platform.createTopics(PREFIX, 1);
        assertThat(data).exists();

        // When
        platform.close();
        platform.close();

        // Then
        assertThat(data).doesNotExist();
    }

    @Test
    void shouldFreeTheDirectoryWhenAStartFails() throws Exception {
        // Given
        Files.writeString(directory.resolve(DataDirectory.MARKER), "1");
        Files.writeString(directory.resolve("schemas.jsonl"), "nonsense\nnonsense\n");

        // When
        assertThatThrownBy(() -> Platform.start(PlatformConfig.in(directory)))
                // Then
                .isInstanceOf(StandaloneException.class)
                .hasMessageContaining("schemas.jsonl is damaged");
        Files.delete(directory.resolve("schemas.jsonl"));
        Platform.start(PlatformConfig.in(directory)).close();
    }

    @Test
    void shouldNotWarnAboutAHealthyRun() throws IOException {
        // Given
        try (Platform platform = Platform.start(PlatformConfig.in(directory))) {
            platform.createTopics(PREFIX, 1);
        }

        // When
        Platform.start(PlatformConfig.in(directory)).close();

        // Then
        Path log = directory.resolve("streamgauge.log");
        assertThat(Files.exists(log) ? Files.readString(log) : "").isEmpty();
    }

    private static Set<String> topics(Platform platform) throws Exception {
        try (Admin admin = Admin.create(platform.clientConfig())) {
            return admin.listTopics().names().get();
        }
    }
}

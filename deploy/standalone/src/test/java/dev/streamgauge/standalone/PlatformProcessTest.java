package dev.streamgauge.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformProcessTest {

    @TempDir
    Path directory;

    @Test
    void shouldStartAgainAfterItWasKilled() throws Exception {
        // Given
        try (PlatformProcess process = PlatformProcess.start(Optional.of(directory))) {
            assertThat(process.says()).isEqualTo(directory.toRealPath().toString());
            process.kill();
        }

        // When
        try (Platform platform = Platform.start(PlatformConfig.in(directory));
                Admin admin = Admin.create(platform.clientConfig())) {

            // Then
            assertThat(admin.listTopics().names().get()).contains("changes.v1");
        }
    }

    @Test
    void shouldRefuseADirectoryThatAnotherProcessHas() throws Exception {
        // Given
        try (PlatformProcess process = PlatformProcess.start(Optional.of(directory))) {

            // When
            assertThatThrownBy(() -> Platform.start(PlatformConfig.in(directory)))
                    // Then
                    .isInstanceOf(StandaloneException.class)
                    .hasMessageContaining("in use by another streamgauge (process " + process.pid() + ")");
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenItIsInterrupted() throws Exception {
        // Given
        try (PlatformProcess process = PlatformProcess.start(Optional.empty())) {
            Path data = Path.of(process.says());
            assertThat(data).isDirectory();

            // When
            int code = process.terminate();

            // Then
            assertThat(code).isEqualTo(143);
            assertThat(data).doesNotExist();
            assertThat(data.resolveSibling(data.getFileName() + ".log")).doesNotExist();
        }
    }
}

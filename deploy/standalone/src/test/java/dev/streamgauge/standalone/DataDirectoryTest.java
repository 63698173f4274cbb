package dev.streamgauge.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void shouldCreateTheDirectoryWithItsParents() {
        // When
        try (DataDirectory data = DataDirectory.open(directory.resolve("a/b"))) {

            // Then
            assertThat(data.path()).isDirectory();
        }
        assertThat(directory.resolve("a/b")).isDirectory();
    }

    @Test
    void shouldRefuseADirectoryWithOtherFiles() throws IOException {
        // Given
        Files.writeString(directory.resolve("letter.txt"), "Dear Sir");

        // When
        assertThatThrownBy(() -> DataDirectory.open(directory))
                // Then
                .isInstanceOf(StandaloneException.class)
                .hasMessageContaining("holds other files");
        assertThat(directory).isDirectoryNotContaining("glob:**/lock");
    }

    @Test
    void shouldSayThatTheDirectoryIsAFile() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("file"), "");

        // When
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                // Then
                .isInstanceOf(StandaloneException.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void shouldRefuseAnotherLayout() throws IOException {
        // Given
        Files.writeString(directory.resolve(DataDirectory.MARKER), "2\n");

        // When
        assertThatThrownBy(() -> DataDirectory.open(directory))
                // Then
                .hasMessageContaining("layout '2'");
        DirectoryLock lock = acquire();
        assertThat(lock).isNotNull();
        lock.close();
    }

    @Test
    void shouldKeepItsLockWhenASecondTryFails() throws IOException {
        // Given
        try (DataDirectory data = DataDirectory.open(directory)) {

            // When
            assertThat(DirectoryLock.tryAcquire(data.path())).isNull();

            // Then
            assertThat(DirectoryLock.tryAcquire(data.path())).isNull();
        }
        assertThatThrownBy(() -> DirectoryLock.acquire(directory.resolve("none")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldDeleteTheTemporaryDirectoryOfADeadRunAndNoOther() throws IOException {
        // Given
        Path dead = Files.createDirectory(directory.resolve("streamgauge-dead"));
        Files.writeString(dead.resolve(DataDirectory.MARKER), "1");
        Files.createDirectories(dead.resolve("broker/topics"));
        Path foreign = Files.createDirectory(directory.resolve("streamgauge-foreign"));
        Path living = Files.createDirectory(directory.resolve("streamgauge-living"));

        // When
        try (DataDirectory data = DataDirectory.open(living)) {
            Leftovers.sweep(directory);

            // Then
            assertThat(data.path()).exists();
        }
        assertThat(dead).doesNotExist();
        assertThat(foreign).exists();
    }

    private DirectoryLock acquire() throws IOException {
        return DirectoryLock.acquire(directory.toRealPath());
    }
}

package dev.streamgauge.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.standalone.doctor.StateCheck.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCheckTest {

    private static final long GIB = 1L << 30;
    private static final Path HOME = Path.of("/var/lib/streamgauge");

    @TempDir
    Path directory;

    @Test
    void twoGigabytesAndATenthOfTheDiskAreEnough() {
        assertThat(warnings("ext4", 2 * GIB, 20 * GIB)).isEmpty();
        assertThat(warnings("ext4", 2 * GIB - 1, 10 * GIB))
                .singleElement()
                .asString()
                .contains("only 2.0 GiB free");
        assertThat(warnings("ext4", 10 * GIB - 1, 100 * GIB))
                .singleElement()
                .asString()
                .contains("9 % of the disk");
    }

    @Test
    void whatIsInMemoryOrCleanedUpIsNoPlace() {
        assertThat(warnings("tmpfs", 20 * GIB, 20 * GIB))
                .singleElement()
                .asString()
                .contains("gone after a restart of the machine");
        assertThat(StateCheck.warnings(Path.of("/tmp/state"), "ext4", new Room(20 * GIB, 20 * GIB)))
                .containsExactly("the system cleans it up");
    }

    @Test
    void aDirectoryThatIsNotThereYetIsLookedAtWhereItWillBe() {
        // When
        Finding finding = StateCheck.of(directory.resolve("not/there"));

        // Then
        assertThat(finding.status()).isNotEqualTo(Finding.Status.WRONG);
        assertThat(directory.resolve("not")).doesNotExist();
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        // When
        Finding finding = StateCheck.of(Files.writeString(directory.resolve("file"), ""));

        // Then
        assertThat(finding.status()).isEqualTo(Finding.Status.WRONG);
        assertThat(finding.message()).contains("is no directory that can be written to");
    }

    private static List<String> warnings(String kind, long free, long total) {
        return StateCheck.warnings(HOME, kind, new Room(free, total));
    }
}

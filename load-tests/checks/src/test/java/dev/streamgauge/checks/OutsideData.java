package dev.streamgauge.checks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that nobody here wrote. It lies beside the project, not in it; where it is absent, a test that needs it is skipped. */
public final class OutsideData {

    private OutsideData() {}

    /** A folder of {@code ../shared/fixtures}, seen from the project's root. */
    public static Path folder(String name) {
        Path folder = root().resolve("../shared/fixtures").resolve(name).normalize();
        assumeTrue(
                Files.isDirectory(folder), () -> "skipped: this test runs on data from outside, expected in " + folder);
        return folder;
    }

    /** The project's root. */
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".ci"))) {
                return at;
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds .ci, as the project's root does");
    }
}

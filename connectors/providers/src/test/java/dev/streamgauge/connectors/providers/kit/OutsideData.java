package dev.streamgauge.connectors.providers.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Payloads that nobody here wrote. They lie beside the project, not in it; where they are absent, a test that needs them is skipped. */
public final class OutsideData {

    private OutsideData() {}

    /** All files of a folder of {@code ../shared/fixtures}, seen from the project's root, by their names in that folder. */
    public static Map<String, byte[]> files(String folder) {
        Path path = root().resolve("../shared/fixtures").resolve(folder).normalize();
        assumeTrue(Files.isDirectory(path), () -> "skipped: this test runs on data from outside, expected in " + path);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(path)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(path.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
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

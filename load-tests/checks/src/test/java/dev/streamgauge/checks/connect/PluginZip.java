package dev.streamgauge.checks.connect;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The zip that is put into a worker's {@code plugin.path}. The build makes it when it packages; without it the test is skipped, and .ci/run sees to it that it was not. */
final class PluginZip {

    private static final Path BUILT = Path.of("../../connectors/alerting/target");

    private PluginZip() {}

    /** Unpacks it. */
    static void into(Path directory) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static Path file() throws IOException {
        List<Path> found = List.of();
        if (Files.isDirectory(BUILT)) {
            try (var files = Files.list(BUILT)) {
                found = files.filter(file -> file.toString().endsWith(".zip")).toList();
            }
        }
        assumeThat(found).as("the plugin's zip: mvn package").hasSize(1);
        return found.get(0);
    }
}

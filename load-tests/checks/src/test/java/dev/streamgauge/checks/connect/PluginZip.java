package dev.streamgauge.checks.connect;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The zips that are put into a worker's {@code plugin.path}. The build makes them when it packages; without them the test is skipped, and .ci/run sees to it that it was not. */
public enum PluginZip {
    ALERTING("alerting"),
    CONNECT("connect");

    private final Path built;

    PluginZip(String module) {
        this.built = Path.of("../../connectors", module, "target");
    }

    /** Unpacks it. */
    public void into(Path directory) throws IOException {
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

    private Path file() throws IOException {
        List<Path> found = List.of();
        if (Files.isDirectory(built)) {
            try (var files = Files.list(built)) {
                found = files.filter(file -> file.toString().endsWith(".zip")).toList();
            }
        }
        assumeThat(found).as("the plugin's zip: mvn package").hasSize(1);
        return found.get(0);
    }
}

package dev.streamgauge.checks.performance;

import java.io.File;
import java.util.Arrays;

/** How much there is on the disk. */
final class Disk {

    private Disk() {}

    /** Of a file, or of all in a directory, bytes; whatever goes meanwhile has none. */
    static double size(File file) {
        File[] files = file.listFiles();
        return files == null
                ? file.length()
                : Arrays.stream(files).mapToDouble(Disk::size).sum();
    }
}

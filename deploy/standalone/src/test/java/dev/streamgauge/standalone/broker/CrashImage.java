package dev.streamgauge.standalone.broker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a running broker's directory, as of a disk whose process was killed; it can be put back further. */
record CrashImage(Path directory) {

    private static final int OFFSET_BYTES = Long.BYTES;
    private static final int HEADER_BYTES = OFFSET_BYTES + Integer.BYTES;

    /** Copies; the broker may go on. Indexes stay out: they are long and empty, and a start after a kill rebuilds them. */
    static CrashImage of(Path running, Path copy) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(running)) {
            files = found.filter(file -> !file.toString().endsWith("index")).toList();
        }
        for (Path file : files) {
            Files.copy(file, copy.resolve(running.relativize(file)));
        }
        return new CrashImage(copy);
    }

    /** Cuts off the last batch of the one partition that is written to, of those whose names begin thus. */
    void forgetLastBatch(String partitions) throws IOException {
        try (Stream<Path> logs = Files.walk(directory.resolve("topics"))) {
            List<Path> written = logs.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> file.getParent().getFileName().toString().startsWith(partitions))
                    .filter(file -> file.toFile().length() > 0)
                    .toList();
            if (written.size() != 1) {
                throw new IllegalStateException("One log of " + partitions + " should be written to: " + written);
            }
            cutLastBatch(written.get(0));
        }
    }

    // A batch begins with its first offset and the length of what follows.
    private static void cutLastBatch(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            long last = 0;
            for (long next = 0; next < file.length(); ) {
                last = next;
                file.seek(next + OFFSET_BYTES);
                next += HEADER_BYTES + file.readInt();
            }
            file.setLength(last);
        }
    }
}

package dev.streamgauge.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the platform keeps, in one directory that belongs to one process at a time. */
final class DataDirectory implements AutoCloseable {

    /** Below this, the platform does not start: Kafka ends in mid-flight when the disk is full. */
    static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    /** Tells our directories from others; holds the version of the layout. */
    static final String MARKER = "streamgauge-data";

    private static final String LAYOUT = "1";

    private final Path path;
    private final DirectoryLock lock;
    private final boolean temporary;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DataDirectory(Path path, DirectoryLock lock, boolean temporary) {
        this.path = path;
        this.lock = lock;
        this.temporary = temporary;
    }

    /**
     * Opens or creates a directory that is kept, and locks it.
     *
     * @throws StandaloneException if another process has it, or it cannot be used
     */
    static DataDirectory open(Path directory) {
        try {
            Path path = directory.toAbsolutePath().normalize();
            Files.createDirectories(path);
            return claim(path.toRealPath(), false);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** Creates a directory that is deleted when it is closed. */
    static DataDirectory temporary() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Leftovers.sweep(parent);
            return claim(Files.createTempDirectory(parent, Leftovers.PREFIX).toRealPath(), true);
        } catch (IOException e) {
            throw unusable(parent, e);
        }
    }

    /** What to tell the user when the broker has failed: a full disk is by far the most likely reason, and then no log can say so. */
    String whyFatal(String reason) {
        long free = path.toFile().getUsableSpace();
        return free >= LEAST_FREE_BYTES / 10
                ? reason
                : "The disk of %s is full (%,d MB left), so the embedded broker stopped: make room, or give another directory with --data-dir"
                        .formatted(path, free >> 20);
    }

    Path path() {
        return path;
    }

    Path broker() {
        return path.resolve("broker");
    }

    Path schemas() {
        return path.resolve("schemas.jsonl");
    }

    Path state() {
        return path.resolve("state");
    }

    boolean isTemporary() {
        return temporary;
    }

    /** In the directory; beside it if the directory is deleted at the end, so that a failure can be looked into. */
    Path log() {
        return temporary ? path.resolveSibling(path.getFileName() + ".log") : path.resolve("streamgauge.log");
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return; // The directory may have another owner by now.
        }
        if (temporary) {
            Leftovers.delete(path);
        }
        lock.close();
    }

    private static DataDirectory claim(Path path, boolean temporary) throws IOException {
        refuseForeign(path);
        DirectoryLock lock = DirectoryLock.acquire(path);
        try {
            requireSpace(path);
            checkLayout(path.resolve(MARKER));
            return new DataDirectory(path, lock, temporary);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    // Somebody who names his home by mistake must not find it full of our files, or deleted one day.
    private static void refuseForeign(Path path) throws IOException {
        Set<String> found;
        try (Stream<Path> entries = Files.list(path)) {
            found = entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
        }
        found.removeAll(DirectoryLock.FILES);
        if (!found.isEmpty() && !found.contains(MARKER)) {
            throw new StandaloneException(
                    "The directory " + path + " holds other files: give a new or empty one with --data-dir");
        }
    }

    private static void requireSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new StandaloneException("Only " + free / 1024 / 1024 + " MB are free in " + path + ", and "
                    + LEAST_FREE_BYTES / 1024 / 1024
                    + " MB are needed: make room, or give a directory on another disk with --data-dir");
        }
    }

    private static void checkLayout(Path marker) throws IOException {
        if (!Files.exists(marker)) {
            Files.writeString(marker, LAYOUT + "\n");
        }
        String layout = Files.readString(marker).strip();
        if (!layout.equals(LAYOUT)) {
            throw new StandaloneException("The data directory " + marker.getParent() + " has layout '" + layout
                    + "', and this version knows layout " + LAYOUT
                    + ": use the version that made it, or give another one with --data-dir");
        }
    }

    private static StandaloneException unusable(Path directory, IOException cause) {
        return new StandaloneException(
                "The data directory " + directory + " cannot be used: " + Reasons.of(cause)
                        + ". Give another one with --data-dir",
                cause);
    }
}

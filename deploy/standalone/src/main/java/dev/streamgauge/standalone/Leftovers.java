package dev.streamgauge.standalone;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes temporary data directories: one's own at the end, and those of runs that were killed. */
final class Leftovers {

    /** How the names of temporary data directories begin. */
    static final String PREFIX = "streamgauge-";

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Deletes the directories of dead runs. A living run holds its lock, and a directory without our marker is not ours. */
    static void sweep(Path parent) {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path candidate : candidates) {
                if (Files.isRegularFile(candidate.resolve(DataDirectory.MARKER)) && !Files.isSymbolicLink(candidate)) {
                    deleteIfDead(candidate.toRealPath());
                }
            }
        } catch (IOException e) {
            LOG.debug("Cannot look for leftovers in {}", parent, e);
        }
    }

    /** Deletes a directory with all that is in it, as far as possible. */
    static void delete(Path directory) {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            LOG.warn("Cannot delete {}", directory, e);
            return;
        }
        for (Path file : deepestFirst) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("Cannot delete {}", file, e);
            }
        }
    }

    private static void deleteIfDead(Path directory) {
        try (DirectoryLock lock = DirectoryLock.tryAcquire(directory)) {
            if (lock != null) {
                delete(directory);
            }
        } catch (IOException e) {
            LOG.debug("Cannot look into {}", directory, e); // Another user's, most likely.
        }
    }
}

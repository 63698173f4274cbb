package dev.streamgauge.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process, and in it one owner, per directory. The operating system frees the lock of a killed process. */
final class DirectoryLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryLock.class);
    private static final String LOCK = "lock";
    private static final String OWNER = "owner";

    /** What a lock puts into its directory. */
    static final Set<String> FILES = Set.of(LOCK, OWNER);

    // POSIX drops all of a process's locks on a file when any of its channels is closed, so a second try within this
    // process must not even open the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Locks a directory.
     *
     * @param directory as a real path, so that it has one name
     * @throws StandaloneException if it is locked already
     */
    static DirectoryLock acquire(Path directory) throws IOException {
        DirectoryLock lock = tryAcquire(directory);
        if (lock == null) {
            throw new StandaloneException("The data directory " + directory + " is in use by " + owner(directory)
                    + ": wait until that ends, or give another one with --data-dir");
        }
        Files.writeString(
                directory.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
        return lock;
    }

    /** Null if the directory is locked already. */
    static DirectoryLock tryAcquire(Path directory) throws IOException {
        if (!HELD.add(directory)) {
            return null;
        }
        DirectoryLock lock = null;
        try {
            lock = lockFile(directory);
            return lock;
        } finally {
            if (lock == null) {
                HELD.remove(directory);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("Cannot release {}", directory, e);
        }
        HELD.remove(directory);
    }

    private static DirectoryLock lockFile(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new DirectoryLock(directory, channel);
    }

    private static String owner(Path directory) {
        try {
            return "another streamgauge (process "
                    + Files.readString(directory.resolve(OWNER)).strip() + ")";
        } catch (IOException e) {
            return "another streamgauge";
        }
    }
}

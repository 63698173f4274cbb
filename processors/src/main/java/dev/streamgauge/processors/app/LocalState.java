package dev.streamgauge.processors.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of the state, before it is used. Kafka Streams refuses to start on a store that cannot be opened; and where bytes of a
 * store that can be opened have changed, a range that is read over them ends there without a word, so that results would be wrong. Both
 * heal if the state is deleted: it is read again from Kafka.
 */
final class LocalState {

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);
    private static final Pattern LISTS = Pattern.compile("CURRENT|MANIFEST-.*");
    private static final String LOCK = ".lock"; // Kafka Streams' own.

    static {
        RocksDB.loadLibrary();
    }

    private final Path directory;

    /** @param directory of an application, in which each of its tasks has one; it need not exist */
    LocalState(Path directory) {
        this.directory = directory;
    }

    /**
     * Deletes the state of each task that is damaged; all of it is read for that. Does nothing while somebody else uses the directory.
     *
     * @throws ProcessorStateException if something cannot be read for another reason, or what is damaged cannot be deleted
     */
    void deleteBroken() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (FileChannel channel =
                        FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            if (mine != null) {
                for (Path task : list(directory, "\\d+_\\d+")) {
                    deleteIfBroken(task);
                }
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("This process uses {} already", directory);
        } catch (IOException e) {
            throw unusable(new ProcessorStateException("The state cannot be read: " + e.getMessage(), e));
        }
    }

    /** For people: why it cannot be used though nothing was found, and what to do. */
    ProcessorStateException unusable(ProcessorStateException reason) {
        Throwable cause = reason;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new ProcessorStateException(
                "%s. If there is room on the disk and it may be written to, delete %s: it is read again from Kafka"
                        .formatted(cause.getMessage(), directory));
    }

    private static void deleteIfBroken(Path task) throws IOException {
        for (Path store : list(task.resolve("rocksdb"), ".+")) {
            Optional<String> trouble = trouble(store);
            if (trouble.isPresent()) {
                LOG.warn(
                        "The state in {} is damaged; it is deleted, and read again from Kafka: {}",
                        task,
                        trouble.get());
                Utils.delete(task.toFile());
                return;
            }
        }
    }

    private static Optional<String> trouble(Path store) throws IOException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (Options options = new Options();
                DBOptions how = new DBOptions()) {
            List<ColumnFamilyDescriptor> families = RocksDB.listColumnFamilies(options, store.toString()).stream()
                    .map(ColumnFamilyDescriptor::new)
                    .toList();
            if (families.isEmpty()) {
                return noList(store);
            }
            try (RocksDB found = RocksDB.openReadOnly(how, store.toString(), families, handles)) {
                found.verifyChecksum();
                return Optional.empty();
            } finally {
                handles.forEach(ColumnFamilyHandle::close);
            }
        } catch (RocksDBException e) {
            if (!isDamage(e)) { // Too many open files, say.
                throw new IOException(e.getMessage(), e);
            }
            return Optional.of(e.getMessage());
        }
    }

    /** RocksDB does not tell a list that is gone or damaged from one that it was not allowed to read: the latter must not cost the state. */
    private static Optional<String> noList(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                if (LISTS.matcher(file.getFileName().toString()).matches()) {
                    Files.readAllBytes(file);
                }
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(store + " has no list of its files");
        }
    }

    private static boolean isDamage(RocksDBException e) {
        Status.Code code =
                e.getStatus() == null ? Status.Code.Undefined : e.getStatus().getCode();
        boolean gone = e.getMessage().contains("No such file");
        return gone || (code == Status.Code.Corruption && !e.getMessage().contains("Can't access"));
    }

    private static List<Path> list(Path parent, String names) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory)
                    .filter(child -> child.getFileName().toString().matches(names))
                    .toList();
        }
    }
}

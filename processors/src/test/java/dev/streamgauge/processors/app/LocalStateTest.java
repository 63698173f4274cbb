package dev.streamgauge.processors.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class LocalStateTest {

    @TempDir
    Path directory;

    private Path sound;
    private Path harmed;

    @BeforeEach
    void fill() throws IOException, RocksDBException {
        RocksDB.loadLibrary();
        sound = store("0_1");
        harmed = store("0_0");
    }

    private Path store(String task) throws IOException, RocksDBException {
        Path store = Files.createDirectories(directory.resolve(task).resolve("rocksdb/rows"));
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB rows = RocksDB.open(options, store.toString());
                FlushOptions flush = new FlushOptions()) {
            for (int i = 0; i < 5_000; i++) {
                rows.put(new byte[] {(byte) (i >> 8), (byte) i}, new byte[50]);
            }
            rows.flush(flush);
        }
        return store;
    }

    private static Path file(Path store, String name) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void flip(String name) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(file(harmed, name).toFile(), "rw")) {
            file.seek(file.length() / 3);
            int there = file.read();
            file.seek(file.length() / 3);
            file.write(~there);
        }
    }

    private void look() {
        new LocalState(directory).deleteBroken();
    }

    @Test
    void soundStateIsKept() {
        // When
        look();

        // Then
        assertThat(sound).exists();
        assertThat(harmed).exists();
    }

    @Test
    void aTaskWithAFlippedBitIsDeletedAndItsNeighbourIsKept() throws IOException {
        // Given
        flip(".*\\.sst");

        // When
        look();

        // Then
        assertThat(directory.resolve("0_0")).doesNotExist();
        assertThat(sound).exists();
    }

    @Test
    void aTaskWhoseListOfFilesIsMissingIsDeleted() throws IOException {
        // Given
        Files.delete(file(harmed, "CURRENT"));

        // When
        look();

        // Then
        assertThat(directory.resolve("0_0")).doesNotExist();
    }

    @Test
    void aTaskWithAMissingFileIsDeleted() throws IOException {
        // Given
        Files.delete(file(harmed, ".*\\.sst"));

        // When
        look();

        // Then
        assertThat(directory.resolve("0_0")).doesNotExist();
    }

    @Test
    void whatAnotherUsesIsLeftAlone() throws IOException {
        // Given
        flip(".*\\.sst");
        Path lock = directory.resolve(".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock others = channel.lock()) {

            // When
            look();

            // Then
            assertThat(others.isValid()).isTrue();
            assertThat(harmed).exists();
        }
    }

    @Test
    void anEmptyOrMissingDirectoryIsNoTrouble() throws IOException {
        // Given
        Path empty = Files.createDirectories(directory.resolve("other/1_0/rocksdb/rows"));

        // When
        new LocalState(directory.resolve("other")).deleteBroken();
        new LocalState(directory.resolve("missing")).deleteBroken();

        // Then
        assertThat(empty).exists();
        assertThat(directory.resolve("missing")).doesNotExist();
    }

    @Test
    void whatIsFoundLaterIsToldWithAdvice() {
        // Given
        ProcessorStateException reason =
                new ProcessorStateException("Error opening store", new RocksDBException("Bad table magic number"));

        // When
        ProcessorStateException told = new LocalState(directory).unusable(reason);

        // Then
        assertThat(told)
                .hasMessageStartingWith("Bad table magic number")
                .hasMessageContaining("delete " + directory)
                .hasNoCause();
    }
}

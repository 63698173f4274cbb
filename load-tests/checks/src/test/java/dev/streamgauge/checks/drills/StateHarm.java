package dev.streamgauge.checks.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What disks, people and their scripts do to a directory of state while nobody uses it. */
enum StateHarm {
    BITS_FLIPPED(state -> each(state, name -> name.endsWith(".sst"), StateHarm::flip)),
    CURRENT_GONE(state -> each(state, "CURRENT"::equals, StateHarm::delete)),
    CURRENT_EMPTY(state -> each(state, "CURRENT"::equals, StateHarm::empty)),
    MANIFEST_EMPTY(state -> each(state, name -> name.startsWith("MANIFEST"), StateHarm::empty)),
    MANIFEST_FLIPPED(state -> each(state, name -> name.startsWith("MANIFEST"), StateHarm::flip)),
    TABLE_GONE(state -> each(state, name -> name.endsWith(".sst"), StateHarm::delete)),
    TABLE_CUT_OFF(state -> each(state, name -> name.endsWith(".sst"), StateHarm::halve)),
    ONE_STORE_GONE(state -> delete(first(state, "CURRENT"::equals).getParent())),
    ALL_FILES_GONE(state -> each(state, name -> true, StateHarm::delete)),
    ALL_GONE(StateHarm::delete),
    PROCESS_FILE_FLIPPED(state -> each(state, "kafka-streams-process-metadata"::equals, StateHarm::flip)),
    DEFINITIONS_EMPTY(state -> each(state, "definitions"::equals, StateHarm::empty)),
    NOTHING(state -> {});

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final Consumer<Path> harm;

    StateHarm(Consumer<Path> harm) {
        this.harm = harm;
    }

    /** Harms a directory, nested in which whatever it harms must be. */
    void doTo(Path state) {
        harm.accept(state);
    }

    private static void each(Path state, Predicate<String> name, Consumer<Path> action) {
        List<Path> found = files(state, name);
        if (found.isEmpty()) {
            throw new IllegalStateException("There is nothing of the kind in " + state);
        }
        found.forEach(action);
    }

    private static Path first(Path state, Predicate<String> name) {
        return files(state, name).get(0);
    }

    private static List<Path> files(Path state, Predicate<String> name) {
        try (Stream<Path> all = Files.walk(state)) {
            return all.filter(file -> Files.isRegularFile(file)
                            && name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few bytes in the middle. */
    private static void flip(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long middle = channel.size() / 3;
            ByteBuffer bytes = ByteBuffer.allocate(8);
            channel.read(bytes, middle);
            for (int i = 0; i < bytes.position(); i++) {
                bytes.put(i, (byte) ~bytes.get(i));
            }
            channel.write(bytes.flip(), middle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path file) {
        keep(file, 0);
    }

    private static void halve(Path file) {
        keep(file, file.toFile().length() / 2);
    }

    private static void keep(Path file, long bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.streamgauge.standalone.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether the processors' state has a place to stay, and room. It creates nothing. */
final class StateCheck {

    private static final String CHECK = "state";
    private static final long LEAST_FREE = 2L << 30;
    private static final List<Path> CLEANED_UP =
            List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"), Path.of("/run"));

    private StateCheck() {}

    /** @param directory {@code processors.state.dir}, which need not be there yet */
    static Finding of(Path directory) {
        Path place = existing(directory.toAbsolutePath());
        if (!Files.isDirectory(place) || !Files.isWritable(place)) {
            return Finding.wrong(
                    CHECK,
                    "processors.state.dir: %s is no directory that can be written to".formatted(place),
                    "give it to the user who runs the processors");
        }
        try {
            FileStore store = Files.getFileStore(place);
            List<String> warnings =
                    warnings(place.toRealPath(), store.type(), new Room(store.getUsableSpace(), store.getTotalSpace()));
            return warnings.isEmpty()
                    ? Finding.ok(
                            CHECK,
                            "%s can be written to, %s free".formatted(directory, gigabytes(store.getUsableSpace())))
                    : Finding.warning(
                            CHECK,
                            "%s: %s".formatted(directory, String.join("; ", warnings)),
                            "set processors.state.dir to a disk that keeps it and has room");
        } catch (IOException e) {
            return Finding.wrong(
                    CHECK,
                    "processors.state.dir: %s cannot be looked at: %s".formatted(place, e.getMessage()),
                    "is the disk well?");
        }
    }

    // What is missing of the path is created by whoever runs the processors.
    private static Path existing(Path directory) {
        return Stream.iterate(directory, path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElse(directory);
    }

    /** Bytes of a disk. */
    record Room(long free, long total) {}

    static List<String> warnings(Path place, String kind, Room room) {
        List<String> warnings = new ArrayList<>();
        if (room.free() < LEAST_FREE || room.free() < room.total() / 10) {
            warnings.add("only %s free, %d %% of the disk"
                    .formatted(gigabytes(room.free()), 100 * room.free() / Math.max(1, room.total())));
        }
        if (kind.equals("tmpfs") || kind.equals("ramfs")) {
            warnings.add("it is in memory (%s), and gone after a restart of the machine".formatted(kind));
        } else if (CLEANED_UP.stream().anyMatch(place::startsWith)) {
            warnings.add("the system cleans it up");
        }
        return warnings;
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (1 << 30));
    }
}

package dev.streamgauge.standalone.backfill;

import dev.streamgauge.connectors.connect.backfill.BackfillCursor;
import dev.streamgauge.connectors.connect.backfill.BackfillCursor.Place;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The file that says how far a backfill is. A crash leaves the former one or the next, never half of one. */
public final class StateFile {

    private final Path file;
    private Map<StreamId, Place> before = Map.of();

    public StateFile(Path file) {
        this.file = file;
    }

    /**
     * Where to begin.
     *
     * @throws StandaloneException if the file is no such file, or was begun at another time
     */
    public BackfillCursor read(Instant since) {
        if (!Files.exists(file)) {
            requireWritable();
            return BackfillCursor.begin(since);
        }
        BackfillCursor saved = parse();
        if (!since.equals(saved.since())) {
            throw new StandaloneException(
                    "%s says how far a backfill since %s is: go on with that time, delete the file, or name another one with --state"
                            .formatted(file, saved.since()));
        }
        before = saved.streams();
        return saved;
    }

    // A night's work should not end in a file that cannot be written.
    private void requireWritable() {
        Path directory = file.toAbsolutePath().getParent();
        if (!Files.isWritable(directory)) {
            throw new StandaloneException(
                    "The state cannot be written to %s: choose a directory that you may write to, with --state"
                            .formatted(directory));
        }
    }

    private BackfillCursor parse() {
        try {
            return BackfillCursor.fromJson(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new StandaloneException(
                    "The state %s cannot be used: %s. Delete it to begin again; nothing is counted twice"
                            .formatted(file, Causes.of(e)),
                    e);
        }
    }

    /** Writes it. What an earlier run knows of other repositories is kept. */
    void save(BackfillCursor cursor) {
        Map<StreamId, Place> all = new HashMap<>(before);
        all.putAll(cursor.streams());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, new BackfillCursor(cursor.since(), all).toJson());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StandaloneException("The state %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}

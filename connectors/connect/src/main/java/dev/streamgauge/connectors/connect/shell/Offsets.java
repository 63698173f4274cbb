package dev.streamgauge.connectors.connect.shell;

import dev.streamgauge.connectors.connect.polling.Cursor;
import dev.streamgauge.connectors.connect.polling.StreamId;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;

/** Offsets as people change them by Connect's REST API. */
final class Offsets {

    private static final Set<String> PARTITION =
            new StreamId("", "", "", "").toMap().keySet();

    private Offsets() {}

    /** Complains about an offset that no stream could go on from. */
    static void check(Flavour flavour, Map<String, ?> partition, Map<String, ?> offset) {
        if (!partition.keySet().equals(PARTITION)) {
            throw new ConnectException("A partition has exactly " + PARTITION + ", not " + partition.keySet());
        }
        if (!flavour.provider().equals(partition.get("provider"))) {
            throw new ConnectException("The provider of a partition is " + flavour.provider());
        }
        if (!flavour.streams().contains(String.valueOf(partition.get("stream")))) {
            throw new ConnectException("The stream of a partition is one of " + flavour.streams());
        }
        if (offset != null) {
            check(offset);
        }
    }

    private static void check(Map<String, ?> offset) {
        if (!Cursor.NAMES.containsAll(offset.keySet())) {
            throw new ConnectException("An offset has only " + new TreeSet<>(Cursor.NAMES));
        }
        try {
            Cursor.of(offset);
        } catch (DateTimeException e) {
            throw new ConnectException("The times of an offset are as 2026-01-31T00:00:00Z: " + e.getMessage(), e);
        }
    }
}

package dev.streamgauge.processors.alerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what fired, and for how long, from the versions of alerts. */
public final class Episodes {

    private record Key(String fingerprint, long startsAt) {}

    private final Map<Key, Episode> episodes = new LinkedHashMap<>();

    /**
     * Takes the next version of an alert. Each must be given once, in order; one that has never fired adds nothing.
     *
     * @param row not the watchdog: it fires always
     */
    public void take(AlertRow row) {
        if (row.firedAt() != null) {
            Key key = new Key(row.fingerprint(), row.state().startsAt());
            episodes.compute(key, (same, known) -> begins(known, row) ? Episode.of(row) : known.then(row));
        }
    }

    /** Of one instant the last version holds: what begins to fire is found to be suppressed only then. */
    private static boolean begins(Episode known, AlertRow row) {
        return known == null || (row.firing() && row.updatedAt() == known.firedAt());
    }

    /** What has fired, in the order in which it began to. */
    public List<Episode> all() {
        return List.copyOf(episodes.values());
    }
}

package dev.streamgauge.processors.health;

import dev.streamgauge.processors.table.Key;

/** The name of an attempt of a run. */
public record BuildRef(String runId, int attempt) {

    /** Appends the name to a key. */
    public Key appendTo(Key prefix) {
        return prefix.and(runId).and(attempt);
    }
}

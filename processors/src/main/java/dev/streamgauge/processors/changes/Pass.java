package dev.streamgauge.processors.changes;

/**
 * A pass through a merge queue.
 *
 * @param from epoch milliseconds
 * @param until epoch milliseconds; null: it has not ended
 * @param evicted whether it ended by leaving the queue without being merged
 * @param landed whether it ended with the landing, not evicted; if neither, the request entered the queue again
 */
public record Pass(long from, Long until, boolean evicted, boolean landed) {

    static Pass open(long from) {
        return new Pass(from, null, false, false);
    }
}

package dev.streamgauge.checks.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What came of a drill.
 *
 * @param events how many different ones were published
 * @param compared how many facts and aggregates were held against the oracle
 * @param wrong how many of these differ, are missing or should not be there
 * @param repeated how many records have a revision that was published before
 * @param open partitions in which a transaction was left open
 * @param refused how many records are in the dead letters
 * @param described the first differences, in words
 */
record Verdict(
        long events, long compared, long wrong, long repeated, List<String> open, long refused, String described) {

    boolean isWell() {
        return compared > 0 && wrong == 0 && repeated == 0 && open.isEmpty();
    }

    /** Fails, in words, if something was lost, counted twice or is wrong. */
    void requireWell() {
        assertThat(isWell()).as(toString()).isTrue();
    }

    @Override
    public String toString() {
        return "%d events, %d facts and aggregates compared: %d wrong, %d repeated, %d open transactions, %d dead letters%s"
                .formatted(events, compared, wrong, repeated, open.size(), refused, described);
    }
}

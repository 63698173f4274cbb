package dev.streamgauge.processors.changes;

import dev.streamgauge.processors.table.Lattice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a request entered a merge queue, and when it left without being merged.
 *
 * @param entered distinct, ascending, epoch milliseconds
 * @param left distinct, ascending, epoch milliseconds
 */
public record MergeQueue(List<Long> entered, List<Long> left) {

    static MergeQueue of(Instant enqueuedAt, Instant dequeuedAt) {
        return new MergeQueue(times(enqueuedAt), times(dequeuedAt));
    }

    private static List<Long> times(Instant instant) {
        return instant == null ? List.of() : List.of(instant.toEpochMilli());
    }

    MergeQueue merge(MergeQueue other) {
        return new MergeQueue(Lattice.withAll(entered, other.entered), Lattice.withAll(left, other.left));
    }

    /**
     * The passes, ascending.
     *
     * @param landedAt epoch milliseconds; null: not landed
     */
    List<Pass> passes(Long landedAt) {
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < entered.size(); i++) {
            long from = entered.get(i);
            if (landedAt == null || from <= landedAt) {
                Long again = i + 1 < entered.size() ? entered.get(i + 1) : null;
                passes.add(pass(from, again, landedAt));
            }
        }
        return passes;
    }

    /** What comes first ends it; of what comes at once, leaving is told first, then landing. */
    private Pass pass(long from, Long again, Long landedAt) {
        Long out = left.stream().filter(at -> at >= from).findFirst().orElse(null);
        Long until = Lattice.least(Lattice.least(out, again), landedAt);
        if (until == null) {
            return Pass.open(from);
        }
        boolean evicted = until.equals(out);
        return new Pass(from, until, evicted, !evicted && until.equals(landedAt));
    }
}

package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.changes.Pass;
import java.util.Comparator;
import java.util.List;

/**
 * A time from one moment to another, epoch milliseconds. One that ends before it begins has no length.
 *
 * @param to {@link Long#MAX_VALUE}: it has not ended
 */
record Span(long from, long to) {

    private static final Comparator<Span> ORDER = Comparator.comparingLong(Span::from);

    static Span of(Pass pass) {
        return new Span(pass.from(), pass.until() == null ? Long.MAX_VALUE : pass.until());
    }

    long lengthMs() {
        return Math.max(0, to - from);
    }

    /** What of this span the union of others covers, milliseconds. */
    long coveredBy(List<Span> others) {
        long covered = 0;
        long reached = from;
        for (Span other : others.stream().sorted(ORDER).toList()) {
            long begin = Math.max(reached, other.from);
            long end = Math.min(to, other.to);
            if (end > begin) {
                covered += end - begin;
                reached = end;
            }
        }
        return covered;
    }
}

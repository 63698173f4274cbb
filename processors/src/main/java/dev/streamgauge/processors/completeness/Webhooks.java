package dev.streamgauge.processors.completeness;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;

import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.processors.table.Lattice;
import java.time.Instant;
import java.util.Comparator;

/**
 * What looks at a source found that it sent and nobody has taken. Times are epoch milliseconds.
 *
 * @param checkedAt when the look was taken; null: nobody looked, or these are several sources
 * @param checkedSince from when on the look could see; null: unknown, or these are several sources
 * @param missingSince when the first of what is missing was first sent; null: none is missing, or unknown
 * @param waiting how many may still come
 * @param lost how many will not be sent again
 * @param lostAt when a look last found something lost; null: never
 */
public record Webhooks(Long checkedAt, Long checkedSince, Long missingSince, long waiting, long lost, Long lostAt) {

    /** Nobody looked. */
    public static final Webhooks UNKNOWN = new Webhooks(null, null, null, 0, 0, null);

    private static final Comparator<Long> EARLIEST_LAST = nullsFirst(reverseOrder());

    /** The greatest holds: of one instant the worst, so that the order of arrival decides nothing. */
    private static final Comparator<Webhooks> HOLDING = Comparator.comparing(
                    Webhooks::checkedAt, nullsFirst(naturalOrder()))
            .thenComparing(Webhooks::lost)
            .thenComparing(Webhooks::waiting)
            .thenComparing(Webhooks::missingSince, EARLIEST_LAST)
            .thenComparing(Webhooks::checkedSince, EARLIEST_LAST);

    static Webhooks of(SourceChecked look) {
        long at = look.getOccurredAt().toEpochMilli();
        return new Webhooks(
                at,
                millis(look.getCheckedSince()),
                millis(look.getMissingSince()),
                look.getWaiting(),
                look.getLost(),
                look.getLost() > 0 ? at : null);
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    /** Both looks at one source: the later holds, and what either found to be lost is remembered. */
    Webhooks merge(Webhooks other) {
        Webhooks last = HOLDING.compare(this, other) >= 0 ? this : other;
        return new Webhooks(
                last.checkedAt,
                last.checkedSince,
                last.missingSince,
                last.waiting,
                last.lost,
                Lattice.greatest(lostAt, other.lostAt));
    }

    /** What two sources lack together. */
    Webhooks and(Webhooks other) {
        return new Webhooks(
                null,
                null,
                Lattice.least(missingSince, other.missingSince),
                waiting + other.waiting,
                lost + other.lost,
                Lattice.greatest(lostAt, other.lostAt));
    }
}

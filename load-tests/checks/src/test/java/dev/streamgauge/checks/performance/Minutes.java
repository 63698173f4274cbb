package dev.streamgauge.checks.performance;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/**
 * How long the probes of some minutes took.
 *
 * @param all of them together
 * @param each minute for itself
 */
record Minutes(Waits all, List<Waits> each) {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /**
     * Of so many minutes since a moment.
     *
     * @param waits those of the probes that were due between two moments
     */
    static Minutes of(long from, int count, BiFunction<Long, Long, Waits> waits) {
        List<Waits> each = LongStream.range(0, count)
                .mapToObj(minute -> waits.apply(from + minute * MINUTE, from + (minute + 1) * MINUTE))
                .toList();
        return new Minutes(waits.apply(from, from + count * MINUTE), each);
    }

    /** That of all, and the least and the greatest of a minute. */
    String text(double quantile) {
        Comparator<Waits> byQuantile = Comparator.comparingDouble(waits -> waits.millis(quantile));
        Waits least = each.stream().min(byQuantile).orElseThrow();
        Waits greatest = each.stream().max(byQuantile).orElseThrow();
        return "%s (%s–%s)".formatted(all.text(quantile), least.text(quantile), greatest.text(quantile));
    }
}

package dev.streamgauge.processors.aggregates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A logarithmic histogram in the manner of DDSketch (Masson, Rim, Lee, VLDB 2019): any quantile is within 1 % of the true one. It is
 * a sum of counts: what was added can be taken back, and histograms merge exactly.
 *
 * @param buckets those that are not empty, by ascending index
 */
public record Histogram(List<Bucket> buckets) {

    public static final Histogram EMPTY = new Histogram(List.of());

    /** The bucket of zero. Bucket 0 holds 1, and bucket i the values in (g^(i-1), g^i]. */
    public static final int ZERO = -1;

    // Half of what is promised: rounding to whole milliseconds takes the other half at 100 ms, and below that a bucket
    // holds one whole number at most.
    private static final double RELATIVE_ERROR = 0.005;
    private static final double GAMMA = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
    private static final double LOG_GAMMA = StrictMath.log(GAMMA);

    // Up to some thirty years.
    private static final long[] VALUES =
            IntStream.range(0, 2_800).mapToLong(Histogram::middle).toArray();

    /** A bucket and how many values are in it. */
    public record Bucket(int index, long count) {}

    /** Adds a value so many times; a negative count takes it back. */
    public Histogram add(long value, long times) {
        return plus(indexOf(value), times);
    }

    /** Adds so many values of a bucket. */
    public Histogram plus(int index, long times) {
        int low = 0;
        int high = buckets.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (buckets.get(middle).index() < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return new Histogram(changed(low, index, times));
    }

    /** With the values of another one, so many times. */
    Histogram plus(Histogram other, long times) {
        List<Bucket> sum = new ArrayList<>(buckets.size() + other.buckets.size());
        int mine = 0;
        for (Bucket theirs : other.buckets) {
            while (mine < buckets.size() && buckets.get(mine).index() < theirs.index()) {
                sum.add(buckets.get(mine++));
            }
            boolean both = mine < buckets.size() && buckets.get(mine).index() == theirs.index();
            long count = times * theirs.count() + (both ? buckets.get(mine++).count() : 0);
            if (count != 0) {
                sum.add(new Bucket(theirs.index(), count));
            }
        }
        sum.addAll(buckets.subList(mine, buckets.size()));
        return new Histogram(Collections.unmodifiableList(sum));
    }

    private List<Bucket> changed(int at, int index, long times) {
        List<Bucket> copy = new ArrayList<>(buckets.size() + 1);
        copy.addAll(buckets);
        boolean present = at < copy.size() && copy.get(at).index() == index;
        long count = times + (present ? copy.get(at).count() : 0);
        if (present) {
            copy.remove(at);
        }
        if (count != 0) {
            copy.add(at, new Bucket(index, count));
        }
        return Collections.unmodifiableList(copy);
    }

    /** The value at a rank, from 1, within 1 %. */
    public long valueAt(long rank) {
        long seen = 0;
        for (Bucket bucket : buckets) {
            seen += bucket.count();
            if (seen >= rank) {
                return valueOf(bucket.index());
            }
        }
        throw new IllegalArgumentException("No value of rank " + rank + " among " + seen);
    }

    static int indexOf(long value) {
        return value <= 0 ? ZERO : (int) StrictMath.ceil(StrictMath.log((double) value) / LOG_GAMMA);
    }

    static long valueOf(int index) {
        if (index == ZERO) {
            return 0;
        }
        return index < VALUES.length ? VALUES[index] : middle(index);
    }

    private static long middle(int index) {
        return StrictMath.round(2 * StrictMath.pow(GAMMA, index) / (GAMMA + 1));
    }
}

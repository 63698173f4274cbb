package dev.streamgauge.generator.draw;

import java.util.List;

/**
 * A stream of draws that depends on its seed only. SplitMix64 with its own bounding, because the bounding of
 * {@link java.util.SplittableRandom} is not promised to stay the same between Java versions.
 */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        this.state = seed;
    }

    /** Scrambles a number so that neighbours become unrelated. */
    public static long mix(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** Other dice, for a part that shall not disturb this one's draws. */
    public Dice split() {
        return new Dice(mix(next()));
    }

    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 (inclusive) to 1 (exclusive). */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** From 0 (inclusive) to the bound (exclusive). */
    public int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    /** From the least to the greatest, both inclusive. */
    public long between(long least, long greatest) {
        return least + (next() >>> 1) % (greatest - least + 1);
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The number of the choice drawn, each as likely as its weight says. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = unit() * total;
        int choice = 0;
        while (choice < weights.length - 1 && left >= weights[choice]) {
            left -= weights[choice++];
        }
        return choice;
    }

    /** A waiting time of a process without memory. StrictMath, because Math may differ in the last bit between machines. */
    public long exponential(double mean) {
        return (long) (-StrictMath.log(1 - unit()) * mean);
    }

    /** A skewed duration: half are below the median, one in six is above median × spread. */
    public long skewed(double median, double spread) {
        double normal = StrictMath.sqrt(-2 * StrictMath.log(1 - unit())) * StrictMath.cos(2 * StrictMath.PI * unit());
        return (long) (median * StrictMath.exp(normal * StrictMath.log(spread)));
    }

    public <T> void shuffle(List<T> list) {
        for (int last = list.size() - 1; last > 0; last--) {
            int other = below(last + 1);
            T moved = list.get(other);
            list.set(other, list.get(last));
            list.set(last, moved);
        }
    }
}

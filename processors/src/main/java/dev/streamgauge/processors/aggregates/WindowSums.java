package dev.streamgauge.processors.aggregates;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of a window. Those of all its metrics stand together: a fact touches most of them at once.
 *
 * @param metrics by the name of the metric, without those of which there is nothing; a kind that has no metrics has {@link #ONLY} one
 * @param baseline the sums of the baseline that this window is compared with; empty: none
 */
public record WindowSums(WindowKey key, Map<String, Sums> metrics, Map<String, Long> baseline) {

    /** The metric of kinds that have none to choose from. */
    public static final String ONLY = "";

    private static final String DEPLOY_DAYS = "deploy_days";
    private static final int ROOM = 20;

    public WindowSums(WindowKey key, Map<String, Sums> metrics) {
        this(key, metrics, Map.of());
    }

    /** Of a kind that has no metrics. */
    public static WindowSums of(WindowKey key, Sums sums) {
        return new WindowSums(key, sums.isEmpty() ? Map.of() : Map.of(ONLY, sums));
    }

    /** A window in which nothing happened. */
    public static WindowSums empty(WindowKey key) {
        return new WindowSums(key, Map.of());
    }

    /** With the sums of another window. */
    public WindowSums plus(WindowSums other) {
        return plus(other, 1);
    }

    /** What must be added to another window for it to be this one. */
    public WindowSums minus(WindowSums other) {
        return plus(other, -1);
    }

    /** With the sums of another window, so many times. */
    private WindowSums plus(WindowSums other, long times) {
        Map<String, Sums> all = new TreeMap<>(metrics);
        other.metrics.forEach((metric, sums) -> {
            Sums sum = sum(all.get(metric), sums, times);
            if (sum.isEmpty()) {
                all.remove(metric);
            } else {
                all.put(metric, sum);
            }
        });
        return new WindowSums(key, all, baseline);
    }

    /** Most metrics of a window that is revised are as they were: nothing has to be added up to see that. */
    private static Sums sum(Sums mine, Sums theirs, long times) {
        return times == -1 && theirs.equals(mine) ? Sums.NONE : (mine == null ? Sums.NONE : mine).plus(theirs, times);
    }

    /** So many times what it is. */
    public WindowSums times(long times) {
        return times == 1 ? this : empty(key).plus(this, times);
    }

    /** The same sums of another window. */
    public WindowSums under(WindowKey other) {
        return new WindowSums(other, metrics, baseline);
    }

    WindowSums comparedWith(Map<String, Long> otherBaseline) {
        return new WindowSums(key, metrics, otherBaseline);
    }

    /** What it is itself: without what a roll-up derives from its own rows. */
    public WindowSums ownOnly() {
        Sums own = of(ONLY).without(DEPLOY_DAYS);
        return own.equals(of(ONLY)) ? new WindowSums(key, metrics) : of(key, own);
    }

    /** What it has of a metric. */
    public Sums of(String metric) {
        return metrics.getOrDefault(metric, Sums.NONE);
    }

    /** One of its metrics, as if there were no other. */
    public WindowSums only(String metric) {
        return metric.equals(ONLY) ? this : of(key, of(metric));
    }

    /** Of a kind that has no metrics. */
    public Summary summary() {
        return of(ONLY).summary();
    }

    /** Of a kind that has no metrics: counters and other sums by the names of the public record's fields; absent: zero. */
    public Map<String, Long> sums() {
        return of(ONLY).sums();
    }

    /** Of a kind that has no metrics: one of the sums. */
    public long sum(String name) {
        return sums().getOrDefault(name, 0L);
    }

    /** How much room it takes, about: as many of its histograms' buckets would. */
    public int size() {
        return metrics.values().stream()
                .mapToInt(sums -> ROOM + sums.summary().histogram().buckets().size())
                .sum();
    }

    /** Whether nothing happened in it. */
    public boolean isEmpty() {
        return metrics.isEmpty();
    }
}

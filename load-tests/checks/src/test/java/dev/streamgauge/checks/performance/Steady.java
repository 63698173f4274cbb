package dev.streamgauge.checks.performance;

import java.time.Duration;
import java.util.List;

/**
 * What an event cost, and how many were done, once it went steadily: what begins has to be compiled first. It is over when nothing is left to do, also not of what a
 * contender tells itself.
 *
 * @param events that were done meanwhile
 * @param own CPU of the process for each of them, in microseconds
 * @param broker CPU of the broker's process for each of them, in microseconds
 * @param perSecond events, by the clock on the wall
 */
record Steady(long events, double own, double broker, double perSecond) {

    /** For how long it was measured. */
    double seconds() {
        return events / perSecond;
    }

    private static final double FROM = 0.45;
    private static final double AT_LATEST = 0.6;

    /**
     * From looks at it.
     *
     * @param samples from the beginning to the end, growing
     * @throws IllegalArgumentException if there are too few looks at the middle: it was too fast, or says too seldom how far it is
     */
    static Steady of(List<Sample> samples, long total) {
        Sample first = samples.stream()
                .filter(sample -> sample.done() >= (long) (FROM * total))
                .findFirst()
                .orElseThrow();
        Sample last = samples.get(samples.size() - 1);
        if (first.done() > (long) (AT_LATEST * total)) {
            throw new IllegalArgumentException(
                    "Too few looks to be measured: the first at its second half was at %d of %d"
                            .formatted(first.done(), total));
        }
        long events = last.done() - first.done();
        return new Steady(
                events,
                micros(last.own().minus(first.own())) / events,
                micros(last.broker().minus(first.broker())) / events,
                events * 1e9 / (last.nanos() - first.nanos()));
    }

    private static double micros(Duration cpu) {
        return cpu.toNanos() / 1e3;
    }

    /** Of both processes, in microseconds for each event. */
    double cpu() {
        return own + broker;
    }
}

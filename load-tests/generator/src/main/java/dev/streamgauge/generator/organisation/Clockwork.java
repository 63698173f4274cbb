package dev.streamgauge.generator.organisation;

import java.util.PriorityQueue;

/** Simulated time: steps that are due, the earliest first and, of one moment, in the order in which they were planned. */
final class Clockwork {
    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private final long end;
    private long now;
    private long planned;

    Clockwork(long start, long end) {
        this.now = start;
        this.end = end;
    }

    private record Step(long at, long order, Runnable action) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    long now() {
        return now;
    }

    /** Plans a step. What would happen after the end is left undone: things in flight stay so. */
    void at(long time, Runnable action) {
        if (time <= end) {
            steps.add(new Step(Math.max(now, time), planned++, action));
        }
    }

    void in(long delay, Runnable action) {
        at(now + delay, action);
    }

    boolean idle() {
        return steps.isEmpty();
    }

    /** When the next step is due. */
    long next() {
        return steps.element().at();
    }

    void step() {
        Step step = steps.remove();
        now = step.at();
        step.action().run();
    }
}

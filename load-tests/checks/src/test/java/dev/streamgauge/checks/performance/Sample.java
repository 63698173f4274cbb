package dev.streamgauge.checks.performance;

import java.time.Duration;

/**
 * How far somebody is at a moment, and what it has cost.
 *
 * @param nanos by {@link System#nanoTime}
 * @param done how many events are processed and committed
 * @param own CPU of its process since it began
 * @param broker CPU of the broker's process since that began
 */
record Sample(long nanos, long done, Duration own, Duration broker) {

    static Sample of(long done, long pid, long brokerPid) {
        return new Sample(System.nanoTime(), done, cpu(pid), cpu(brokerPid));
    }

    /** The same of a count that begins after so many. */
    Sample after(long before) {
        return new Sample(nanos, done - before, own, broker);
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("There is no process " + pid));
    }
}

package dev.streamgauge.checks.performance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * Looks at somebody's output, as if it had grown with the events.
     *
     * @param total how many events there were
     * @param samples of an output; it is over when that is as long as in the last one
     */
    static List<Sample> sharesOf(long total, List<Sample> samples) {
        long written = samples.get(samples.size() - 1).done();
        List<Sample> shares = new ArrayList<>();
        for (Sample sample : samples) {
            shares.add(sample.share(written, total));
            if (sample.done == written) {
                break;
            }
        }
        return shares;
    }

    /** The same of all events, by somebody who needs only some of them. */
    Sample share(long some, long all) {
        return new Sample(nanos, done * all / some, own, broker);
    }

    /** CPU of both processes since an earlier look, in microseconds for each event that was done meanwhile. */
    double cpuSince(Sample earlier) {
        Duration spent = own.minus(earlier.own).plus(broker.minus(earlier.broker));
        return spent.toNanos() / 1e3 / (done - earlier.done);
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("There is no process " + pid));
    }
}

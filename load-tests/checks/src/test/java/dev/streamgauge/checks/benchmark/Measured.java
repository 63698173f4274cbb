package dev.streamgauge.checks.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One pass over the event topics.
 *
 * @param events how many were read, or processed and committed
 * @param cpu of the whole process: the broker's part is in it
 * @param threadCpu of the thread that does the work: the main thread of this benchmark, or the stream threads
 */
record Measured(String what, long events, Duration wall, Duration cpu, Duration threadCpu) {

    /** Runs a pass, which answers how many events it saw. */
    static Measured of(String what, LongSupplier pass) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long threads = workersCpu();
        long start = System.nanoTime();
        long events = pass.getAsLong();
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        Duration threadCpu = Duration.ofNanos(workersCpu() - threads);
        Measured measured =
                new Measured(what, events, wall, Duration.ofNanos(system.getProcessCpuTime() - cpu), threadCpu);
        System.err.println(measured);
        return measured;
    }

    private static long workersCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadName().equals("main")
                            || thread.getThreadName().contains("StreamThread"))) {
                cpu += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return cpu;
    }

    double perSecond() {
        return events * 1e9 / wall.toNanos();
    }

    /** CPU of the working thread for each event, microseconds. */
    double threadMicros() {
        return threadCpu.toNanos() / 1e3 / events;
    }

    @Override
    public String toString() {
        return "%-24s %,10d events %7.1f s %,9.0f/s, CPU %6.1f s"
                .formatted(what, events, wall.toMillis() / 1e3, perSecond(), cpu.toMillis() / 1e3);
    }
}

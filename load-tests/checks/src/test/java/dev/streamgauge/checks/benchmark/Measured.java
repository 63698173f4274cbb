package dev.streamgauge.checks.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
        long start = System.nanoTime();
        long events = pass.getAsLong();
        long wall = System.nanoTime() - start;
        Measured measured =
                new Measured(what, events, Duration.ofNanos(wall), Duration.ofNanos(system.getProcessCpuTime() - cpu));
        System.err.println(measured);
        return measured;
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

package dev.streamgauge.checks.benchmark;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The result as a page for {@code load-tests/results}. */
final class ResultPage {

    private final long events;
    private final double loadBefore =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    ResultPage(long events) {
        this.events = events;
    }

    String of(List<Measured> bare, List<Measured> processors, long bytes) {
        Measured fastestBare = fastest(bare);
        Measured fastest = fastest(processors);
        StringBuilder page = new StringBuilder();
        page.append(format("# Replay: the processors against a bare consumer%n%n"));
        page.append(format(
                "`mvn -pl load-tests/checks -am test -Pbenchmark -Dbenchmark.events=%d -DskipTests`%n%n", events));
        page.append(format(
                "%s; %d cores, Java %s, -Xmx%d MB, load average before %.1f. Broker, registry, consumer and processors share one process, and its cores.%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                Runtime.getRuntime().maxMemory() >> 20,
                loadBefore));
        page.append(format(
                "%,d events of 200 simulated repositories (seed 1, 5 %% twice, 10 %% late), %,d bytes each on average, %d partitions.%n",
                events, bytes / events, Backlog.PARTITIONS));
        page.append(
                format(
                        "The bare consumer is one thread that reads and decodes; the processors (one stream thread, exactly once) go from nothing to the commit of the last event, their start included.%n%n"));
        page.append(
                format(
                        "| pass | wall s | events/s | process CPU s | working thread CPU s | the same per event, µs |%n|---|---|---|---|---|---|%n"));
        for (int round = 0; round < bare.size(); round++) {
            page.append(row(bare.get(round))).append(row(processors.get(round)));
        }
        page.append(format(
                "%nFastest against fastest: the processors do **1/%.1f** of the bare consumer's rate (wall), for %.1f times the CPU of its thread.%n",
                fastestBare.perSecond() / fastest.perSecond(), fastest.threadMicros() / fastestBare.threadMicros()));
        return page.toString();
    }

    private static Measured fastest(List<Measured> passes) {
        return passes.stream()
                .max(Comparator.comparingDouble(Measured::perSecond))
                .orElseThrow();
    }

    private static String row(Measured pass) {
        return format(
                "| %s | %.1f | %,.0f | %.1f | %.1f | %.1f |%n",
                pass.what(),
                pass.wall().toMillis() / 1e3,
                pass.perSecond(),
                pass.cpu().toMillis() / 1e3,
                pass.threadCpu().toMillis() / 1e3,
                pass.threadMicros());
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}

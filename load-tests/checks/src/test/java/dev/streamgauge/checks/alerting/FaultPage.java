package dev.streamgauge.checks.alerting;

import dev.streamgauge.connectors.alerting.testkit.Heard;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The figures as a page for {@code load-tests/results}. */
record FaultPage(FaultFigures figures) {

    String text() {
        return head() + notes();
    }

    private String head() {
        FaultFigures.Times times = figures.times();
        return String.format(
                Locale.ROOT,
                """
                # Receivers that fail

                `mvn -pl load-tests/checks -am test -Palert-faults -DskipTests`

                %s; %d cores, Java %s, load average at the end %.1f. A real broker and registry, seven receivers on loopback, and `serve --role alerting` as a process of its own with the usual settings (10 s for a call, rests up to 60 s). One alert a second fires and another ends, %,d notices in all for each receiver. After a minute six receivers fail at once, for %s; then they are mended. The certificate is then put into `alerting.tls.truststore`, for which the sink is restarted.

                | what is wrong | calls meanwhile | rests between them, s | accepted meanwhile | refused | mended: first call after, s | all told after, s | lost | accepted twice |
                |---|---|---|---|---|---|---|---|---|
                %s
                """,
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                figures.written().size(),
                length(Duration.ofNanos(times.mended() - times.begin())),
                figures.faults().stream().map(this::row).collect(Collectors.joining()));
    }

    private String notes() {
        Fault well = figures.fault(Fault.WELL);
        return String.format(
                Locale.ROOT,
                """
                *The sound one meanwhile:* from an alert's writing to the call, before and while the others failed: half within %s ms and %s ms, 95 %% within %s ms and %s ms, all within %s ms and %s ms.

                *Refused:* %,d calls answered 410, %,d dead letters. The sound one was told of it by %d call, which is among those above.

                *Redirects:* %d calls where they lead to.

                *TLS:* tried %,d times in vain; the log says once:

                ```
                %s
                ```

                The sink's log has %d warnings and %d errors, one for each dead letter.
                """,
                quantile(well, false, 0.5),
                quantile(well, true, 0.5),
                quantile(well, false, 0.95),
                quantile(well, true, 0.95),
                quantile(well, false, 1),
                quantile(well, true, 1),
                figures.refused(figures.fault(Fault.GONE)),
                figures.seen().letters(),
                figures.failures(well),
                figures.seen().trapped(),
                figures.seen().tlsTried(),
                complaint(),
                lines("WARN").size(),
                lines("ERROR").size());
    }

    private static String length(Duration length) {
        return length.toSeconds() >= 120 ? length.toMinutes() + " minutes" : length.toSeconds() + " s";
    }

    private String row(Fault fault) {
        List<Heard> calls = figures.whileFaulty(fault);
        boolean waits = calls.stream().anyMatch(call -> !call.isAccepted() && call.status() != 410);
        boolean mended = !fault.name().equals(Fault.WELL) && !fault.name().equals(Fault.GONE);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %,d | %,d | %s | %s | %,d | %,d |%n",
                fault.what(),
                fault.name().equals(Fault.TLS) ? figures.seen().tlsTried() : calls.size(),
                waits ? rests(calls) : "",
                calls.stream().filter(Heard::isAccepted).count(),
                figures.refused(fault),
                mended ? seconds(figures.afterMending(fault, false)) : "",
                mended ? seconds(figures.afterMending(fault, true)) : "",
                figures.lost(fault).size(),
                figures.acceptedTwice(fault));
    }

    private static String rests(List<Heard> calls) {
        long[] rests = LongStream.range(1, calls.size())
                .map(i -> calls.get((int) i).atNanos() - calls.get((int) i - 1).atNanos())
                .sorted()
                .toArray();
        return rests.length == 0
                ? ""
                : seconds(Duration.ofNanos(rests[0])) + " to " + seconds(Duration.ofNanos(rests[rests.length - 1]));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }

    private long quantile(Fault fault, boolean meanwhile, double share) {
        FaultFigures.Times times = figures.times();
        long anHourBefore = times.begin() - Duration.ofHours(1).toNanos();
        List<Long> delays = meanwhile
                ? figures.delays(fault, times.begin(), times.mended())
                : figures.delays(fault, anHourBefore, times.begin());
        return delays.get((int) Math.ceil(share * delays.size()) - 1);
    }

    private List<String> lines(String level) {
        return figures.seen().log().lines().filter(line -> line.contains(level)).toList();
    }

    private String complaint() {
        return lines("WARN").stream()
                .filter(line -> line.contains("receiver " + Fault.TLS + " "))
                .collect(Collectors.joining("\n"));
    }
}

package dev.streamgauge.checks.alerting;

import dev.streamgauge.connectors.alerting.testkit.Heard;
import dev.streamgauge.connectors.alerting.testkit.TestAlerts;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of killing a sink.
 *
 * @param untilTold of each kill: from the start of the process to the first call after it
 */
record KillFigures(int kills, List<String> fingerprints, List<Heard> pager, List<Heard> bot, List<Duration> untilTold) {

    private Calls calls(List<Heard> heard, Function<String, List<String>> keys) {
        return new Calls(heard, fingerprints.stream().collect(Collectors.toMap(each -> each, keys)));
    }

    private Calls pagerCalls() {
        return calls(pager, each -> Heard.pagerKeys(each, TestAlerts.TEN));
    }

    private Calls botCalls() {
        return calls(bot, each -> Heard.webhookKeys(each, TestAlerts.TEN));
    }

    /** Whether the promise was kept. */
    boolean isWell() {
        return Stream.of(pagerCalls(), botCalls())
                .allMatch(calls -> calls.lost().isEmpty()
                        && calls.strange().isEmpty()
                        && calls.disordered().isEmpty()
                        && calls.repeats() <= kills);
    }

    String page() {
        return String.format(
                Locale.ROOT,
                """
                # The alerting sink, killed

                `mvn -pl load-tests/checks -am test -Palert-kills -DskipTests`

                %s; %d cores, Java %s, load average at the end %.1f. A real broker and registry, two receivers on loopback, and `serve --role alerting` as a process of its own with the usual settings and a session timeout of 6 s.

                `kill -9`, **%,d times**, each time between a call and its commit: every second time while the receiver has the alert and holds its answer back, every other time as soon as the answer is on its way. %,d alerts, of which each receiver is to be told twice: that it fires, and that it is over.

                | receiver | notices | lost | calls | repeated, under the same key | under a key that nobody expects | alerts told out of order |
                |---|---|---|---|---|---|---|
                %s%s
                %s From the start of the process to the first call, the wait for the session of the dead one included: half of them within %.1f s, 95 %% within %.1f s, all within %.1f s.
                """,
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                kills,
                fingerprints.size(),
                row("PagerDuty", pagerCalls()),
                row("signed webhook", botCalls()),
                verdict(),
                quantile(0.5),
                quantile(0.95),
                quantile(1));
    }

    private String verdict() {
        int lost = pagerCalls().lost().size() + botCalls().lost().size();
        return lost > 0
                ? "**%,d notices are lost.**".formatted(lost)
                : String.format(
                        Locale.ROOT,
                        "Nothing lost in %,d kills: with 95 %% confidence a kill loses something in fewer than %.1f %% of the cases.",
                        kills,
                        300.0 / kills);
    }

    private String row(String receiver, Calls calls) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %,d | %,d |%n",
                receiver,
                2 * fingerprints.size(),
                calls.lost().size(),
                calls.heard().size(),
                calls.repeats(),
                calls.strange().size(),
                calls.disordered().size());
    }

    private double quantile(double share) {
        List<Duration> sorted = untilTold.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1).toMillis() / 1e3;
    }
}

package dev.streamgauge.checks.performance;

import java.util.StringJoiner;

/** What was measured of the way from an event to its aggregate. */
final class LatencyPage {

    private static final double COMMIT_MS = 100;

    private final StringJoiner rates = new StringJoiner(" ");
    private final StringBuilder rows = new StringBuilder();
    private final Plot plot =
            new Plot("What an event costs, the more come in a second", "events/s", "CPU, µs per event");

    void add(LatencyRun run) {
        rates.add(String.valueOf(run.rate().perSecond()));
        plot.add(run.rate().perSecond(), run.cpu());
        String row = row(run);
        System.err.print(row);
        rows.append(row);
    }

    private static String row(LatencyRun run) {
        Waits all = run.repositories().all();
        return "| %,d | %,.1f | %s | %s | %s | %s | %s | %.2f | %.2f | %s | %s | %.1f | %,d | %,d | %s |%n"
                .formatted(
                        run.rate().perSecond(),
                        run.last().sentPerSecond(run.first()),
                        all.count(),
                        run.repositories().text(0.5),
                        all.text(0.9),
                        run.repositories().text(0.99),
                        all.text(1),
                        all.millis(0.5) / COMMIT_MS,
                        all.millis(0.99) / COMMIT_MS,
                        run.organisation().text(0.5),
                        run.organisation().text(0.99),
                        run.cpu(),
                        run.first().behind(),
                        run.last().behind(),
                        run.isTooMuch() ? "behind" : "%,d".formatted(run.compared()));
    }

    /** In Markdown. */
    String text() {
        return """
                # From an event to its aggregate

                `mvn -pl load-tests/checks -am test -Platency -DskipTests -Dlatency.rates="%s"`

                %s. Events of %d simulated repositories come at a fixed rate; a commit every %.0f ms, exactly once, two threads; the processors' JVM has `-Xmx%s %s`; broker, processors, sender and reader share the machine. One in twenty of the events, but no more than fifty a second, is a build of a repository that has nothing else, a probe.

                Measured is the time from when a probe should have been sent until a subscriber (`read_committed`) of `main-branch.v1` has the count that includes it. What counts is what was due in the %d minutes after %d s of warm-up; in brackets are the least and the greatest of the single minutes. A probe that was still not there %d s after these minutes counts with its age at that moment; the column *probes* says how many those are, and a figure with ≥ may be greater by what they had still to wait.

                *Organisation* is the same for the aggregate of all probes together, which is a sum over partitions: once it counts n, the n that were due first are taken to be in it. A probe that another of a later time has overtaken, from another partition, is not told apart.

                *Sent/s* is what has come into the topics. *CPU* is that of the processors and of the broker in the %d minutes, in microseconds for each event that was processed. *Behind* says how many events were not committed yet at their beginning and at their end. *Compared*: after that nothing more is sent, the processors come to the end of what there is, and so many of their results are held against the batch oracle's; one that is wrong ends the run, and there is no row of it. It says *behind* where they were more than ten seconds of events behind: there nothing was compared.

                | events/s | sent/s | probes | p50, ms | p90, ms | p99, ms | max, ms | p50 ÷ commit interval | p99 ÷ commit interval | organisation p50, ms | organisation p99, ms | CPU | behind at first | behind at last | compared |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                %s""".formatted(
                                rates,
                                Machine.today(),
                                Field.REPOSITORIES,
                                COMMIT_MS,
                                Contenders.AS_SERVED.heap(),
                                String.join(" ", Contenders.AS_SERVED.flags()),
                                Latency.MINUTES,
                                Latency.WARM_UP,
                                Latency.PATIENCE,
                                Latency.MINUTES,
                                rows)
                + plot.text();
    }
}

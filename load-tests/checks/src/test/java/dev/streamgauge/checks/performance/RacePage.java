package dev.streamgauge.checks.performance;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What came of a race, for people.
 *
 * @param compared how many facts and aggregates of the processors were held against the oracle
 */
record RacePage(long events, long compared) {

    private static final Map<String, String> WHAT = Map.of(
            "read", "reads (one consumer)",
            "decode", "reads and decodes",
            "copy", "writes each event to another topic, exactly once, a commit every 100 ms",
            "processors", "Streamgauge: all metrics and queues, exactly once, a commit every 100 ms");

    String of(Map<Contender, List<Steady>> figures) {
        StringBuilder page = new StringBuilder("""
                # What an event costs

                `mvn -pl load-tests/checks -am test -Prace -Drace.events=%d -DskipTests`

                %s; %d cores, Java %s. %,d events of 400 simulated repositories (seed 42, with duplicates and what comes late) wait in their topics; whoever contends reads all of them, one after the other and by turns, each in a process with a heap of 1 GB beside the same broker, on the same cores.
                *CPU* is that of its process and of the broker's, in microseconds for each event, medians over the rounds, while between 45 %% and 95 %% of the events were committed: what comes before is mostly the compiler's. *Events/s* is by the clock on the wall, meanwhile.
                After each of its rounds what Streamgauge had published was held against the batch oracle: %,d facts and aggregates, none wrong.

                | who | rounds | CPU | its own | the broker's | least to most | events/s |
                |---|---|---|---|---|---|---|
                """.formatted(
                        events,
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        events,
                        compared));
        figures.forEach((contender, steady) -> page.append(row(contender, steady)));
        return page.toString();
    }

    private static String row(Contender contender, List<Steady> steady) {
        return "| %s | %d | %.1f | %.1f | %.1f | %.1f to %.1f | %,.0f |%n"
                .formatted(
                        WHAT.get(contender.name()),
                        steady.size(),
                        median(steady, Steady::cpu),
                        median(steady, Steady::own),
                        median(steady, Steady::broker),
                        steady.stream().mapToDouble(Steady::cpu).min().orElseThrow(),
                        steady.stream().mapToDouble(Steady::cpu).max().orElseThrow(),
                        median(steady, Steady::perSecond));
    }

    private static double median(List<Steady> steady, ToDoubleFunction<Steady> figure) {
        double[] sorted = steady.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

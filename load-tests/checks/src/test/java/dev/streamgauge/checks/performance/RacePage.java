package dev.streamgauge.checks.performance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What came of a race, for people. */
final class RacePage {

    private static final String BATCH =
            "DuckDB: the three aggregates over a Parquet file of what they need, when all is over";

    private final String command;
    private final long events;
    private final int repositories;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** The rounds of one contender, and how many of its results were held against an oracle in each. */
    private record Row(String does, List<Steady> rounds, long compared) {

        double median(ToDoubleFunction<Steady> figure) {
            double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    RacePage(String command, long events, int repositories) {
        this.command = command;
        this.events = events;
        this.repositories = repositories;
    }

    /** Of the batch job. */
    void batch(Steady round) {
        add("batch", BATCH, round, 0);
    }

    /** Of somebody who reads topics. */
    void add(Contender contender, Steady round, long compared) {
        add(contender.name(), contender.does(), round, compared);
    }

    private void add(String name, String does, Steady round, long compared) {
        rows.computeIfAbsent(name, first -> new Row(does, new ArrayList<>(), compared))
                .rounds()
                .add(round);
    }

    String text() {
        StringBuilder page = new StringBuilder("""
                # What an event costs

                `%s`

                %s. %,d events of %d simulated repositories (seed 42, with duplicates and what comes late) wait in their topics. Whoever contends reads all of them, one after the other and by turns, each in a process with a heap of 2 GB and, if it divides its work, two threads for it, beside the same broker, on the same cores.
                *CPU* is that of its process and of the broker's, in microseconds for each event, medians over the rounds, from when 45 %% of the events were committed (of Flink's jobs, which commit them late: of their results) until nothing was left to do: what comes before is mostly the compiler's. *Events/s* is by the clock on the wall, meanwhile.
                *Compared* says how many of its results were held against an oracle in SQL after each round; one that is wrong ends the run. *Ours* is how much Streamgauge costs beside it.

                | who | rounds | CPU | its own | the broker's | least to most | events/s | compared | ours |
                |---|---|---|---|---|---|---|---|---|
                """.formatted(command, Machine.today(), events, repositories));
        rows.values().forEach(row -> page.append(line(row)));
        return page.toString();
    }

    private String line(Row row) {
        Row ours = rows.get(Contenders.PROCESSORS);
        return "| %s | %d | %.1f | %.1f | %.1f | %.1f to %.1f | %,.0f | %,d | %s |%n"
                .formatted(
                        row.does(),
                        row.rounds().size(),
                        row.median(Steady::cpu),
                        row.median(Steady::own),
                        row.median(Steady::broker),
                        row.rounds().stream().mapToDouble(Steady::cpu).min().orElseThrow(),
                        row.rounds().stream().mapToDouble(Steady::cpu).max().orElseThrow(),
                        row.median(Steady::perSecond),
                        row.compared(),
                        ours == null ? "" : "%.2f".formatted(ours.median(Steady::cpu) / row.median(Steady::cpu)));
    }
}

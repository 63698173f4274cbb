package dev.streamgauge.checks.performance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What came of a race, for people. */
final class RacePage {

    private static final String BATCH =
            "DuckDB: the three aggregates over a Parquet file of what they need, when all is over";

    private final String command;
    private final long events;
    private final int repositories;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * Of a contender's round.
     *
     * @param compared how many of its results were held against an oracle, or counted
     * @param written how many records it has written, with the markers of its transactions
     */
    record Result(long compared, long written) {}

    /** The rounds of one contender. */
    private record Row(String does, Map<Integer, Steady> rounds, Result result) {

        double median(ToDoubleFunction<Steady> figure) {
            return Row.median(
                    rounds.values().stream().mapToDouble(figure).sorted().toArray());
        }

        /** How much more it costs than another one in the same round, for each round that both have, ascending. */
        double[] beside(Row other) {
            return rounds.entrySet().stream()
                    .filter(round -> other.rounds.containsKey(round.getKey()))
                    .mapToDouble(round -> round.getValue().cpu()
                            / other.rounds.get(round.getKey()).cpu())
                    .sorted()
                    .toArray();
        }

        static double median(double... sorted) {
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
    void batch(int round, Steady steady) {
        add(round, "batch", BATCH, steady, new Result(0, 0));
    }

    /** Of somebody who reads topics. */
    void add(int round, Contender contender, Steady steady, Result result) {
        add(round, contender.name(), contender.does(), steady, result);
    }

    private void add(int round, String name, String does, Steady steady, Result result) {
        rows.computeIfAbsent(name, first -> new Row(does, new TreeMap<>(), result))
                .rounds()
                .put(round, steady);
    }

    String text() {
        StringBuilder page = new StringBuilder("""
                # What an event costs

                `%s`

                %s. %,d events of %d simulated repositories (seed 42, with duplicates and what comes late; the last of them an hour old) wait in their topics. Contenders take turns, the second round in the opposite order, each in a process of its own beside the same broker, on the same cores, with a heap of 2 GB (of Flink, 0.5 GB more for RocksDB) and, if it divides its work, two threads for it. The peers need three of the seven topics, and are measured by all events.
                *CPU* is that of its process and of the broker's, in microseconds for each event, medians over the rounds, from when 45 %% of the events were committed (of Flink's jobs, which commit them late: of their results) until nothing was left to do: what comes before is mostly the compiler's. *Measured* says how long that was; who takes seconds still has some of the compiler in it. *Events/s* is by the clock on the wall, meanwhile.
                *Compared* says how many of its results were held against an oracle in SQL after each round, of bare loops how many records were counted; one that is wrong ends the run. *Written* are its records for each event, change logs and the markers of transactions included. *Ours* is how much Streamgauge costs beside it in the same round.

                | who | rounds | CPU | its own | the broker's | least to most | events/s | measured, s | compared | written | ours |
                |---|---|---|---|---|---|---|---|---|---|---|
                """.formatted(command, Machine.today(), events, repositories));
        rows.values().forEach(row -> page.append(line(row)));
        return page.toString();
    }

    private String line(Row row) {
        return "| %s | %d | %.1f | %.1f | %.1f | %s | %,.0f | %.0f | %,d | %.1f | %s |%n"
                .formatted(
                        row.does(),
                        row.rounds().size(),
                        row.median(Steady::cpu),
                        row.median(Steady::own),
                        row.median(Steady::broker),
                        range(
                                "%.1f",
                                row.rounds().values().stream()
                                        .mapToDouble(Steady::cpu)
                                        .sorted()
                                        .toArray()),
                        row.median(Steady::perSecond),
                        row.median(Steady::seconds),
                        row.result().compared(),
                        (double) row.result().written() / events,
                        ours(row));
    }

    private String ours(Row row) {
        Row ours = rows.get(Contenders.PROCESSORS);
        double[] ratios = ours == null ? new double[0] : ours.beside(row);
        return ratios.length == 0 ? "" : "%.2f (%s)".formatted(Row.median(ratios), range("%.2f", ratios));
    }

    private static String range(String format, double... sorted) {
        return (format + " to " + format).formatted(sorted[0], sorted[sorted.length - 1]);
    }
}

package dev.streamgauge.checks.performance;

import java.util.LinkedHashMap;
import java.util.Map;

/** What came of more and more open changes, for people. */
final class GrowthPage {

    private static final double MB = 1e6;

    private final String measured;
    private final String heap;
    private final StringBuilder rows = new StringBuilder();
    private final Plot plot =
            new Plot("What an event costs, the more changes are open", "open changes", "CPU, µs per event");
    private final Map<Integer, Double> least = new LinkedHashMap<>();

    GrowthPage(String measured, String heap) {
        this.measured = measured;
        this.heap = heap;
    }

    /** Of so many open changes; the first of so many repositories is what the others are compared with. */
    void add(int open, int repositories, Steady steady, double written, double state, long compared) {
        double first = least.computeIfAbsent(repositories, none -> steady.cpu());
        String row = "| %,d | %,d | %.1f | %.2f | %.1f | %.1f | %,.0f | %.1f | %,.0f | %,.0f | %s |%n"
                .formatted(
                        open,
                        repositories,
                        steady.cpu(),
                        steady.cpu() / first,
                        steady.own(),
                        steady.broker(),
                        steady.perSecond(),
                        written,
                        state / MB,
                        state / open,
                        compared == 0 ? "" : "%,d".formatted(compared));
        System.err.print(row);
        rows.append(row);
        plot.add(open, steady.cpu());
    }

    String text() {
        return """
                # What an event costs, the more changes are open

                `mvn -pl load-tests/checks -am test -Pgrowth -DskipTests -Dgrowth.events=%s -Dgrowth.heap=%s`

                %s, a heap of %s. So many change requests are opened in so many repositories and stay open; then %s more events come, builds, approvals, merges, deploys and new requests, 98 %% of them of the newest 2 %%, one request opened for each that is merged. CPU is that of the processors and of the broker, in microseconds for each event, in the second half of these events. *Ratio* is beside the first row of as many repositories.
                *Written* are records for each event, change logs and the markers of transactions included; *state* is what is on the disk when all are open (what is still in RocksDB's memory is not in it); *compared* says how many results were held against the oracle in SQL: of ten million they are too many.

                | open changes | repositories | CPU | ratio | its own | the broker's | events/s | written | state, MB | bytes per open change | compared |
                |---|---|---|---|---|---|---|---|---|---|---|
                %s""".formatted(measured, heap, Machine.today(), heap, measured, rows) + plot.text();
    }
}

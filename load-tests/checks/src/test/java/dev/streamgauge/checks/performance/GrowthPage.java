package dev.streamgauge.checks.performance;

import java.util.LinkedHashMap;
import java.util.Map;

/** What came of more and more open changes, for people. */
final class GrowthPage {

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

    /** The first of as many repositories is what the others are compared with. */
    void add(GrowthRow row) {
        double cpu = row.steady().cpu();
        String text = row.text(least.computeIfAbsent(row.repositories(), none -> cpu));
        System.err.print(text);
        rows.append(text);
        plot.add(row.open(), cpu);
    }

    String text() {
        return """
                # What an event costs, the more changes are open

                `mvn -pl load-tests/checks -am test -Pgrowth -DskipTests -Dgrowth.events=%s -Dgrowth.heap=%s`

                %s, a heap of %s. So many change requests are opened in so many repositories and stay open; then %s more events come, builds, approvals, merges, deploys and new requests, 98 %% of them of the newest five thousand, one request opened for each that is merged. So as much is summed between two commits, however many are open. CPU is that of the processors and of the broker, in microseconds for each event, in the second half of these events. *Ratio* is beside the first row of as many repositories.
                *Written* are records for each event, change logs and the markers of transactions included; *state* is what is on the disk when all are open (what is still in RocksDB's memory is not in it); *compared* says how many results were held against the oracle in SQL: of ten million they are too many.

                | open changes | repositories | CPU | ratio | its own | the broker's | events/s | written | state, MB | bytes per open change | compared |
                |---|---|---|---|---|---|---|---|---|---|---|
                %s""".formatted(measured, heap, Machine.today(), heap, measured, rows) + plot.text();
    }
}

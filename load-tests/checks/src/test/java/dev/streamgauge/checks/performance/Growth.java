package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.pipeline.EventWriter;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What an event costs, the more changes are open and the more repositories there are. */
public final class Growth {

    private final Field field;
    private final long open;
    private final int repositories;
    private final long measured;

    private Growth(Field field, long open, int repositories, long measured) {
        this.field = field;
        this.open = open;
        this.repositories = repositories;
        this.measured = measured;
    }

    /**
     * Measures it.
     *
     * @param arguments the page to write, how many events are measured, the processors' heap; then open changes and repositories by turns
     */
    public static void main(String[] arguments) throws Exception {
        StringBuilder rows = new StringBuilder();
        Plot plot = new Plot("What an event costs, the more changes are open", "open changes", "CPU, µs per event");
        for (int size = 3; size < arguments.length; size += 2) {
            try (Field field = new Field(Files.createTempDirectory("growth"))) {
                Growth growth = new Growth(
                        field,
                        Long.parseLong(arguments[size]),
                        Integer.parseInt(arguments[size + 1]),
                        Long.parseLong(arguments[1]));
                Steady steady = growth.measure(arguments[2]);
                plot.add(growth.open, steady.cpu());
                String row = growth.row(steady);
                System.err.print(row);
                rows.append(row);
            }
            Files.writeString(Path.of(arguments[0]), page(rows, arguments[2], arguments[1]) + plot.text());
        }
        System.exit(0);
    }

    private Steady measure(String heap) throws Exception {
        OpenChanges changes = new OpenChanges(
                open, repositories, Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS));
        try (Running running = Contenders.processors(
                                field, ServeProcess.JVM.heap(heap).fast())
                        .start()
                        .begin(1);
                EventWriter writer = new EventWriter(field.clients(), Field.PREFIX, "It is part of a benchmark.")) {
            write(writer, changes, open);
            drain(running, 0);
            write(writer, changes, measured);
            return Steady.of(drain(running, open), measured);
        }
    }

    private static void write(EventWriter writer, OpenChanges changes, long events) {
        for (long each = 0; each < events; each++) {
            writer.write(changes.next(), null);
        }
        writer.flush();
    }

    /** How it went, without those that were there before. */
    private List<Sample> drain(Running running, long before) throws Exception {
        return field.tracker(Topics.events()).follow(running, field.brokerPid()).stream()
                .map(sample -> sample.after(before))
                .toList();
    }

    private String row(Steady steady) {
        return "| %,d | %,d | %.1f | %.1f | %.1f | %,.0f |%n"
                .formatted(open, repositories, steady.cpu(), steady.own(), steady.broker(), steady.perSecond());
    }

    private static String page(StringBuilder rows, String heap, String measured) {
        return """
                # What an event costs, the more changes are open

                `mvn -pl load-tests/checks -am test -Pgrowth -DskipTests`

                %s, a heap of %s. So many change requests are opened in so many repositories and stay open; then %s more events come, builds, approvals, merges, deploys and new requests, 98 %% of them of the newest 2 %%. CPU is that of the processors and of the broker, in microseconds for each event, in the second half.

                | open changes | repositories | CPU | its own | the broker's | events/s |
                |---|---|---|---|---|---|
                %s""".formatted(Machine.today(), heap, measured, rows);
    }
}

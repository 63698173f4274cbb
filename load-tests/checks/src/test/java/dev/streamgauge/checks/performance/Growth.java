package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.standalone.pipeline.EventWriter;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What an event costs, the more changes are open and the more repositories there are. */
public final class Growth {

    /** The oracle has all of them in its memory. */
    private static final int MOST_COMPARED = 1_000_000;

    private final Field field;
    private final int open;
    private final int repositories;
    private final long measured;

    private Growth(Field field, int open, int repositories, long measured) {
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
        GrowthPage page = new GrowthPage(arguments[1], arguments[2]);
        for (int size = 3; size < arguments.length; size += 2) {
            try (Field field = new Field(Files.createTempDirectory("growth"))) {
                page.add(new Growth(
                                field,
                                Integer.parseInt(arguments[size]),
                                Integer.parseInt(arguments[size + 1]),
                                Long.parseLong(arguments[1]))
                        .measure(arguments[2]));
            }
            Files.writeString(Path.of(arguments[0]), page.text());
        }
        System.exit(0);
    }

    private GrowthRow measure(String heap) throws Exception {
        OpenChanges changes = new OpenChanges(
                open, repositories, Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS));
        try (Running running = Contenders.processors(
                                field, ServeProcess.JVM.heap(heap).prompt())
                        .start()
                        .begin(1);
                EventWriter writer = new EventWriter(field.clients(), Field.PREFIX, "It is part of a benchmark.");
                BufferedWriter lines = Files.newBufferedWriter(field.events())) {
            write(writer, lines, changes, open);
            drain(running, 0);
            double state = Disk.size(field.state().toFile());
            long before = Written.byContenders(field.admin());
            write(writer, lines, changes, measured);
            Steady steady = Steady.of(drain(running, open), measured);
            double written = (double) (Written.byContenders(field.admin()) - before) / measured;
            long compared = open > MOST_COMPARED ? 0 : field.verify();
            return new GrowthRow(open, repositories, steady, written, state, compared);
        }
    }

    private void write(EventWriter writer, BufferedWriter lines, Iterator<SpecificRecord> changes, long events)
            throws IOException {
        for (long each = 0; each < events; each++) {
            SpecificRecord event = changes.next();
            if (open <= MOST_COMPARED) {
                lines.write(EventJson.write(event));
                lines.write('\n');
            }
            writer.write(event, null);
        }
        writer.flush();
        lines.flush();
    }

    /** How it went, without those that were there before. */
    private List<Sample> drain(Running running, long before) throws Exception {
        return field.tracker(Topics.events()).follow(running, field.brokerPid()).stream()
                .map(sample -> sample.after(before))
                .toList();
    }
}

package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How much memory and disk the processors take while events come at a steady rate for a long time. */
public final class AnHour {

    private static final double MB = 1e6;

    private final Field field;
    private final int perSecond;
    private final StringBuilder rows = new StringBuilder();
    private final Plot plot = new Plot("Memory of the processors", "minutes", "MB");

    private AnHour(Field field, int perSecond) {
        this.field = field;
        this.perSecond = perSecond;
    }

    /**
     * Measures it.
     *
     * @param arguments the page to write, events a second, how many minutes, a row every so many of them
     */
    public static void main(String[] arguments) throws Exception {
        try (Field field = new Field(Files.createTempDirectory("hour"))) {
            AnHour hour = new AnHour(field, Integer.parseInt(arguments[1]));
            hour.measure(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            Files.writeString(Path.of(arguments[0]), hour.page() + hour.plot.text());
        }
        System.exit(0);
    }

    private void measure(int minutes, int every) throws Exception {
        try (Running running = Contenders.processors(field, Contenders.UP_TO_DATE)
                        .start()
                        .begin(1);
                Pace pace = new Pace(field, new Probes(), messages(), perSecond)) {
            pace.begin();
            for (int minute = every; minute <= minutes; minute += every) {
                TimeUnit.MINUTES.sleep(every);
                pace.requireBusy();
                running.requireAlive();
                row(minute, running);
            }
        }
    }

    private Iterator<ProducerRecord<byte[], byte[]>> messages() {
        EventEncoder encoder = new EventEncoder(Wire.from(field.clients()), Field.PREFIX);
        Iterator<Emission> organisation = field.organisation();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return organisation.hasNext();
            }

            @Override
            public ProducerRecord<byte[], byte[]> next() {
                return encoder.encode(organisation.next().event());
            }
        };
    }

    private void row(int minute, Running running) throws Exception {
        Tracker tracker = field.tracker(Topics.events());
        long done = tracker.done(running.group());
        double memory = resident(running.process().pid()) / MB;
        plot.add(minute, memory);
        String row = "| %d | %,d | %,d | %.0f | %.0f |%n"
                .formatted(
                        minute,
                        done,
                        tracker.total() - done,
                        memory,
                        size(field.state().toFile()) / MB);
        System.err.print(row);
        rows.append(row);
    }

    /** The memory that a process has, in bytes, as Linux says. */
    private static double resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1_024)
                .findFirst()
                .orElseThrow();
    }

    /** Of a file, or of all in a directory, bytes; whatever goes meanwhile has none. */
    private static double size(File file) {
        File[] files = file.listFiles();
        return files == null
                ? file.length()
                : Arrays.stream(files).mapToDouble(AnHour::size).sum();
    }

    private String page() {
        return """
                # An hour at a steady rate

                `mvn -pl load-tests/checks -am test -Phour -DskipTests`

                %s. %,d events of 400 simulated repositories come each second, and fifty of another; nothing is forgotten (`forget.after` is not set). *Memory* is what Linux holds of the process for the processors, whose heap has 2 GB from the start (`-XX:+UseG1GC -XX:MaxGCPauseMillis=50`); *disk* is the directory of its state.

                | minutes | events | behind | memory, MB | disk, MB |
                |---|---|---|---|---|
                %s""".formatted(Machine.today(), perSecond, rows);
    }
}

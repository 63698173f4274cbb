package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How long it takes from an event to the aggregate that has it, while events come at a steady rate. */
public final class Latency {

    private static final int WARM_UP = 180;
    private static final int MEASURED = 60;
    private static final double COMMIT_MS = 100;

    private final Field field;
    private final int perSecond;

    private Latency(Field field, int perSecond) {
        this.field = field;
        this.perSecond = perSecond;
    }

    /**
     * Measures it.
     *
     * @param arguments the page to write; events a second, for each run
     */
    public static void main(String[] arguments) throws Exception {
        StringBuilder rows = new StringBuilder();
        Plot plot = new Plot("What an event costs, the more come in a second", "events/s", "CPU, µs per event");
        for (int run = 1; run < arguments.length; run++) {
            try (Field field = new Field(Files.createTempDirectory("latency"))) {
                String row = new Latency(field, Integer.parseInt(arguments[run])).measure(plot);
                System.err.print(row);
                rows.append(row);
            }
            Files.writeString(Path.of(arguments[0]), page(rows) + plot.text());
        }
        System.exit(0);
    }

    private String measure(Plot plot) throws Exception {
        Probes probes = new Probes();
        try (Running running = Contenders.processors(field, Contenders.UP_TO_DATE)
                        .start()
                        .begin(1);
                Watcher watcher = new Watcher(field, probes);
                Pace pace = new Pace(field, probes, messages(), perSecond)) {
            watcher.begin();
            pace.begin();
            TimeUnit.SECONDS.sleep(WARM_UP);
            probes.restart();
            Look first = look(running);
            TimeUnit.SECONDS.sleep(MEASURED);
            pace.requireBusy();
            running.requireAlive();
            Look last = look(running);
            double cpu = last.sample().cpuSince(first.sample());
            plot.add(perSecond, cpu);
            return row(probes.latencies(), cpu, first.behind(), last.behind());
        }
    }

    /** How far the processors are, and how many events they have not committed. */
    private record Look(Sample sample, long behind) {}

    private Look look(Running running) throws Exception {
        Tracker tracker = field.tracker(Topics.events());
        long done = tracker.done(running.group());
        return new Look(Sample.of(done, running.process().pid(), field.brokerPid()), tracker.total() - done);
    }

    /** They are encoded before, so that the sender costs little. */
    private Iterator<ProducerRecord<byte[], byte[]>> messages() {
        EventEncoder encoder = new EventEncoder(Wire.from(field.clients()), Field.PREFIX);
        Iterator<Emission> organisation = field.organisation();
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (int each = 0; each < perSecond * (WARM_UP + MEASURED + 10); each++) {
            messages.add(encoder.encode(organisation.next().event()));
        }
        return messages.iterator();
    }

    private String row(long[] micros, double cpu, long behindAtFirst, long behindAtLast) {
        return "| %,d | %,d | %s | %s | %s | %s | %.2f | %.2f | %.1f | %,d | %,d |%n"
                .formatted(
                        perSecond,
                        micros.length,
                        millis(micros, 0.5),
                        millis(micros, 0.9),
                        millis(micros, 0.99),
                        millis(micros, 1),
                        at(micros, 0.5) / 1e3 / COMMIT_MS,
                        at(micros, 0.99) / 1e3 / COMMIT_MS,
                        cpu,
                        behindAtFirst,
                        behindAtLast);
    }

    private static String millis(long[] micros, double quantile) {
        return "%.0f".formatted(at(micros, quantile) / 1e3);
    }

    private static long at(long[] micros, double quantile) {
        return micros[(int) Math.ceil(quantile * micros.length) - 1];
    }

    private static String page(StringBuilder rows) {
        return """
                # From an event to its aggregate

                `mvn -pl load-tests/checks -am test -Platency -DskipTests`

                %s. Events of 400 simulated repositories come at a fixed rate; a commit every %.0f ms, exactly once, two threads; a heap of %s, and a collector that is told to stop for no longer than 50 ms (`-XX:+UseG1GC -XX:MaxGCPauseMillis=50`); broker, processors, sender and reader share the machine. Fifty times a second one of them is a build of a repository that has nothing else: measured is the time from when it should have been sent
                until a subscriber (`read_committed`) of `main-branch.v1` has the count that includes it, over %d s after %d s of warm-up. *CPU* is that of the processors and of the broker, in microseconds for each event that was processed. *Behind* says how many events were not committed yet at the beginning and at the end.

                | events/s | probes | p50, ms | p90, ms | p99, ms | max, ms | p50 ÷ commit interval | p99 ÷ commit interval | CPU | behind at first | behind at last |
                |---|---|---|---|---|---|---|---|---|---|---|
                %s""".formatted(Machine.today(), COMMIT_MS, Contenders.HEAP, MEASURED, WARM_UP, rows);
    }
}

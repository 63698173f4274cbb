package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.ThrownAway;
import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** How long an instance takes to begin: with its state, and with nothing on its disk. After a kill at work: {@code RecoveryReport}. */
public final class Restoring {

    private static final double MB = 1e6;
    private static final long LOOK_EVERY_MS = 20;
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(20);
    private static final String PARTS = "streamgauge_restore_partitions ";

    private final Field field;
    private final StringBuilder rows = new StringBuilder();
    private long compared;

    private Restoring(Field field) {
        this.field = field;
    }

    /**
     * A start.
     *
     * @param ready how long until it is ready, the start of the JVM included, milliseconds
     * @param restoring how long of it parts of the state were being read, milliseconds
     */
    private record Begin(long ready, long restoring) {}

    /**
     * Measures it.
     *
     * @param arguments how many events make the state, how often each is measured, the page to write
     */
    public static void main(String[] arguments) throws Exception {
        long events = Long.parseLong(arguments[0]);
        try (Field field = new Field(Files.createTempDirectory("restoring"))) {
            Restoring restoring = new Restoring(field);
            field.fill(events);
            restoring.build();
            restoring.measure(Integer.parseInt(arguments[1]));
            restoring.compared = field.verify();
            Files.writeString(Path.of(arguments[2]), restoring.page(events));
            System.err.println(restoring.page(events));
        }
        System.exit(0);
    }

    private void build() throws Exception {
        Tracker tracker = field.tracker(Topics.events());
        try (Running running =
                Contenders.processors(field, Contenders.AS_SERVED).start().begin(1)) {
            tracker.follow(running, field.brokerPid());
        }
    }

    private void measure(int times) throws Exception {
        for (int each = 0; each < times; each++) {
            row("stopped, started", 0, begin());
            ThrownAway.wipe(field.state());
            row("disk lost", changelogs() / MB, begin());
        }
    }

    private Begin begin() throws Exception {
        long begun = System.nanoTime();
        try (ServeProcess process = Contenders.serve(field, Contenders.AS_SERVED)) {
            long restoring = 0;
            long last = begun;
            while (!process.get("/readyz").startsWith("200")) {
                requireSoon(process, begun);
                boolean reads = isRestoring(process.get("/metrics"));
                long now = System.nanoTime();
                restoring += reads ? now - last : 0;
                last = now;
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            long ready = System.nanoTime() - begun;
            process.terminate();
            return new Begin(TimeUnit.NANOSECONDS.toMillis(ready), TimeUnit.NANOSECONDS.toMillis(restoring));
        }
    }

    private static void requireSoon(ServeProcess process, long begun) {
        if (!process.isAlive() || System.nanoTime() - begun > PATIENCE_NS) {
            throw new IllegalStateException("It does not begin: " + process.says());
        }
    }

    private static boolean isRestoring(String metrics) {
        return metrics.lines().anyMatch(line -> line.startsWith(PARTS) && !line.endsWith(" 0.0"));
    }

    private void row(String what, double megabytes, Begin begin) {
        String row = "| %s | %.0f | %.1f | %.1f | %s | %.1f |%n"
                .formatted(
                        what,
                        megabytes,
                        begin.ready() / 1e3,
                        begin.restoring() / 1e3,
                        megabytes == 0 ? "" : "%.0f".formatted(megabytes * 1e3 / begin.restoring()),
                        (begin.ready() - begin.restoring()) / 1e3);
        System.err.print(row);
        rows.append(row);
    }

    /** The size of the state's topics on the broker. */
    private double changelogs() throws ExecutionException, InterruptedException {
        return field.admin().describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                .flatMap(directories -> directories.values().stream())
                .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().startsWith(Field.GROUP + "-")
                        && replica.getKey().topic().endsWith("-changelog"))
                .collect(Collectors.summingLong(replica -> replica.getValue().size()));
    }

    private String page(long events) {
        return """
                # How long an instance takes to begin

                `mvn -pl load-tests/checks -am test -Prestore -Drestore.events=%d -DskipTests`

                %s. The state of %,d simulated events, one instance with a heap of 2 GB beside the broker. *Ready* is the time until `/readyz` says so, the start of the JVM included; *reading* is how long of it parts of the state were read from the broker; *MB* is the size of the state's topics there, if they are read. In the end %,d results were held against the oracle in SQL. Whoever is killed at work reads its state again, too: [recovery.md](recovery.md).

                | how | MB | ready, s | of it reading, s | MB/s | the rest, s |
                |---|---|---|---|---|---|
                %s""".formatted(events, Machine.today(), events, compared, rows);
    }
}

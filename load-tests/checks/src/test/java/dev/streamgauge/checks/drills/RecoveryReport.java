package dev.streamgauge.checks.drills;

import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures how long processors take to come back, by the size of their state. */
public final class RecoveryReport {

    private static final int WHILE_KILLED = 10;

    /** No more than they can process, so that their state has the size that is asked for when it stops to grow. */
    private static final int MOST_WHILE_GROWING = 700;

    private static final int ROWS_FOR_EACH = 100;

    private final Drill drill;
    private final Instance instance;
    private final StateRows state;
    private final List<String> rows = new ArrayList<>();

    private RecoveryReport(Drill drill, Instance instance, StateRows state) {
        this.drill = drill;
        this.instance = instance;
        this.state = state;
    }

    /**
     * Runs it; ends with 1 if anything was lost, counted twice or wrong.
     *
     * @param arguments how many kills for each size; the page to write; the sizes, in rows of state, growing
     */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("recovery");
        int kills = Integer.parseInt(arguments[0]);
        boolean well;
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "recovery", 400)) {
            Instance instance =
                    drill.instance("one").in(ServeProcess.JVM.heap("1g")).start();
            instance.process().awaitReady();
            drill.feed().at(WHILE_KILLED);
            try (StateRows state = drill.stateRows()) {
                RecoveryReport report = new RecoveryReport(drill, instance, state);
                for (int size = 2; size < arguments.length; size++) {
                    report.measure(Long.parseLong(arguments[size]), kills);
                }
                Verdict verdict = drill.verdict(drill.feed().stop());
                well = verdict.isWell();
                Files.writeString(Path.of(arguments[1]), report.page(verdict));
                System.err.println(report.page(verdict));
            }
        }
        System.exit(well ? 0 : 1);
    }

    private void measure(long rowsOfState, int kills) throws Exception {
        drill.feed().pace((int) Math.min(MOST_WHILE_GROWING, rowsOfState / ROWS_FOR_EACH));
        instance.process().awaitReady();
        while (state.now() < rowsOfState) {
            TimeUnit.SECONDS.sleep(1);
        }
        drill.feed().pace(WHILE_KILLED);
        drill.drain();
        long held = state.now();
        Recoveries recoveries = new Kills(drill, instance).run(kills);
        rows.add("| %,d | %d | %.1f | %.1f | %.1f |"
                .formatted(
                        held,
                        kills,
                        recoveries.percentile(50) / 1_000.0,
                        recoveries.percentile(95) / 1_000.0,
                        recoveries.percentile(100) / 1_000.0));
        System.err.println(rows.get(rows.size() - 1));
    }

    private String page(Verdict verdict) {
        return """
                # How long processors take to come back

                `mvn -pl load-tests/checks -am test -Precovery -DskipTests`

                %s; %d cores, Java %s. One instance with a heap of 1 GB and the watch on, the broker and the registry as processes of their own on the same cores; %d events a second go on coming. It is killed (`kill -9`) and started again at once; exactly-once processing then reads all of its state again from the brokers. The time is from the kill to the first new result that a subscriber (read_committed) sees, in seconds, the start of the JVM included. Rows are counted in the changelogs.

                | rows of state | kills | p50 | p95 | max |
                |---|---|---|---|---|
                %s

                In the end: %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        WHILE_KILLED,
                        String.join("\n", rows),
                        verdict);
    }
}

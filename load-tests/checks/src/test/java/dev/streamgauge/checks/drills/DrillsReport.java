package dev.streamgauge.checks.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Kills processors and brokers many times, and writes what came of it. */
public final class DrillsReport {

    private static final int NODES = 3;
    private static final int EVENTS_PER_SECOND = 40;

    /** The results are looked at after so many kills. */
    private static final int ROUND = 50;

    private final Path directory;
    private final List<String> rows = new ArrayList<>();
    private boolean well = true;

    private DrillsReport(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs it; ends with 1 if anything was lost, counted twice or wrong.
     *
     * @param arguments how many kills of processors, how many of brokers in a cluster, how many of all of them at once, how many of a broker that is alone; the page to write
     */
    public static void main(String[] arguments) throws Exception {
        DrillsReport report = new DrillsReport(Files.createTempDirectory("drills"));
        report.processors(Integer.parseInt(arguments[0]));
        report.brokers(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        report.alone(Integer.parseInt(arguments[3]));
        Files.writeString(Path.of(arguments[4]), report.page());
        System.err.println(report.page());
        System.exit(report.well ? 0 : 1);
    }

    private void processors(int kills) throws Exception {
        try (Ground ground = Ground.ofOurBroker(Files.createDirectories(directory.resolve("processors")))) {
            for (int done = 0; done < kills; done += ROUND) {
                try (Drill drill = new Drill(ground, "kills" + done)) {
                    Instance instance = drill.instance("one").start();
                    drill.feed().at(EVENTS_PER_SECOND);
                    Recoveries recoveries = new Kills(drill, instance).run(Math.min(ROUND, kills - done));
                    add(
                            "processors, `kill -9`",
                            recoveries,
                            drill.verdict(drill.feed().stop()));
                }
            }
        }
    }

    private void brokers(int kills, int killsOfAll) throws Exception {
        try (Ground ground = Ground.of(NODES, Files.createDirectories(directory.resolve("brokers")))) {
            killed("one of three brokers, `kill -9`", ground, "one", deaths -> deaths.run(kills, NODES));
            killed("three of three brokers, `kill -9`", ground, "all", deaths -> deaths.ofAll(killsOfAll, NODES));
        }
    }

    private void alone(int kills) throws Exception {
        try (Ground ground = Ground.ofOurBroker(Files.createDirectories(directory.resolve("alone")))) {
            killed("the only broker, `kill -9`", ground, "alone", deaths -> deaths.run(kills, 1));
        }
    }

    /** What is done to brokers while processors work. */
    private interface Killing {
        Recoveries of(BrokerDeaths deaths) throws IOException, InterruptedException;
    }

    private void killed(String fault, Ground ground, String name, Killing killing) throws Exception {
        try (Drill drill = new Drill(ground, name)) {
            drill.instance("one").start();
            drill.feed().at(EVENTS_PER_SECOND);
            drill.awaitResults();
            Recoveries recoveries = killing.of(new BrokerDeaths(ground, drill));
            add(fault, recoveries, drill.verdict(drill.feed().stop()));
        }
    }

    private void add(String fault, Recoveries recoveries, Verdict verdict) {
        well &= verdict.isWell();
        rows.add("| %s | %d | %d | %d | %d | %d | %d | %.1f | %.1f | %.1f |"
                .formatted(
                        fault,
                        recoveries.times().size(),
                        verdict.events(),
                        verdict.compared(),
                        verdict.wrong(),
                        verdict.repeated(),
                        verdict.open().size(),
                        recoveries.percentile(50) / 1_000.0,
                        recoveries.percentile(95) / 1_000.0,
                        recoveries.percentile(100) / 1_000.0));
        System.err.println(rows.get(rows.size() - 1) + "\n" + verdict.described());
    }

    private String page() {
        return """
                # Processors and brokers that are killed

                `mvn -pl load-tests/checks -am test -Pdrills -DskipTests`

                %s; %d cores, Java %s. Processors with the watch on, brokers and the registry are processes of their own; %d events a second go on coming, an eighth of them twice. In the end every fact and aggregate is held against the batch oracle, field by field; *repeated* are records whose revision was published before, *open* are transactions that were left open. *Recovery* is the time from the kill to the first new result that a subscriber (read_committed) sees, in seconds.

                | killed | kills | events | compared | wrong | repeated | open | p50 | p95 | max |
                |---|---|---|---|---|---|---|---|---|---|
                %s

                With no failure in N kills, the failure rate is below 3/N with a confidence of 95 %%.

                A broker of three that is killed keeps its partitions until the controller has missed it for nine seconds (`broker.session.timeout.ms`).
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        EVENTS_PER_SECOND,
                        String.join("\n", rows));
    }
}

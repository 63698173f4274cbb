package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Those who compute the three aggregates only, as others would. Each writes to a topic of its own, which must have in the end what the batch job finds. */
final class Peers {

    private static final Duration VISIBLE = Duration.ofMinutes(1);

    /** All that the three aggregates need. */
    private static final List<Topic<String, ?>> READ = List.of(Topics.COMMITS, Topics.BUILDS, Topics.DEPLOYS);

    private final Field field;
    private final Map<String, String> expected;
    private final Path module;

    Peers(Field field, Map<String, String> expected, Path module) {
        this.field = field;
        this.expected = expected;
        this.module = module;
    }

    Contender flink(String name, String does, String checkpoints) {
        return flink(name, does, "dev.streamgauge.peers.DataStreamJob", checkpoints);
    }

    Contender flinkSql(String name, String does, String checkpoints) {
        return flink(name, does, "dev.streamgauge.peers.SqlJob", checkpoints);
    }

    private Contender flink(String name, String does, String main, String checkpoints) {
        return new Contender(
                name,
                does,
                READ,
                round -> begin(name, round, () -> {
                            List<String> command = flinkJvm();
                            command.add(main);
                            command.addAll(arguments(name, round, checkpoints));
                            return new ProcessBuilder(command);
                        })
                        .seenBy(output(name, round)), // Flink commits offsets in leaps, seconds after a checkpoint.
                (round, events) -> verify(name, round));
    }

    /** One that runs in a JVM with our class path. */
    Contender job(String name, String does, OwnJvm jvm, String commits) {
        OwnJvm fast = jvm.heap(Contenders.HEAP).fast();
        return new Contender(
                name,
                does,
                READ,
                round -> begin(
                        name,
                        round,
                        () -> fast.with(arguments(name, round, commits).toArray(String[]::new))),
                (round, events) -> verify(name, round));
    }

    /** What a peer is started with. */
    @FunctionalInterface
    private interface Command {
        ProcessBuilder builder() throws IOException;
    }

    private Running begin(String name, int round, Command command) throws Exception {
        field.createOutput(output(name, round));
        return Contenders.start(field, group(name, round), command.builder());
    }

    private List<String> arguments(String name, int round, String commits) throws IOException {
        Path own = Files.createDirectories(field.directory().resolve(group(name, round)));
        return List.of(
                field.bootstrapServers(),
                field.registry(),
                Field.PREFIX,
                group(name, round),
                output(name, round),
                commits,
                own.toString());
    }

    /** Flink brings a store of the same name as Kafka Streams', so that it has a class path of its own. */
    private List<String> flinkJvm() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Contenders.HEAP,
                "-XX:+UseSerialGC"));
        command.addAll(Contenders.SERIAL.flags());
        Path target = module.resolve("target");
        command.add("@" + target.resolve("classes/jvm-flags.txt"));
        command.add("-cp");
        command.add(target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("classpath.txt")).strip());
        return command;
    }

    private static String group(String name, int round) {
        return Field.PREFIX + name + round;
    }

    private static String output(String name, int round) {
        return group(name, round) + ".out";
    }

    /** What it has written is visible some time after it has said that it had read all. */
    private long verify(String name, int round) {
        Eventually.eventually(
                VISIBLE,
                name + " has found what the batch job finds",
                () -> field.counted(output(name, round)).equals(expected));
        return expected.size();
    }
}

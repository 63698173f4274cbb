package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.BareLoop.Work;
import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.checks.performance.dsl.DslJob;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.testkit.OwnJvm;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Those who contend on a field. */
final class Contenders {

    static final String PROCESSORS = "processors";

    static final String HEAP = "2g";

    /** Of each of those who divide their work, on as many cores. */
    static final int THREADS = 2;

    /** As {@code ./streamgauge serve} runs them. */
    static final OwnJvm AS_SERVED = ServeProcess.JVM.heap(HEAP).prompt();

    /** With a collector that costs less, and stops them for longer. */
    static final OwnJvm SERIAL = ServeProcess.JVM.heap(HEAP).fast();

    private static final String QUIET = "-Dlogback.configurationFile=logback.xml";
    private static final String ALL = "all metrics, queues and rules, exactly once, a commit every 100 ms";

    private final Field field;
    private final Peers peers;

    /**
     * On a field.
     *
     * @param expected what peers have to find
     * @param peers the directory of the module that has those of Flink
     */
    Contenders(Field field, Map<String, String> expected, Path peers) {
        this.field = field;
        this.peers = new Peers(field, expected, peers);
    }

    /** Some of them. */
    List<Contender> named(String... names) {
        Set<String> wanted = Set.of(names);
        return all().filter(contender -> wanted.contains(contender.name())).toList();
    }

    private Stream<Contender> all() {
        return Stream.of(
                bare(Work.READ, "reads (one consumer)", 0),
                bare(Work.DECODE, "reads and decodes", 0),
                bare(Work.COPY, "writes each event to another topic, exactly once, a commit every 100 ms", 1),
                bare(Work.FAN_OUT, "writes it %d times".formatted(BareLoop.MANY), BareLoop.MANY),
                processors(field, AS_SERVED),
                processors("-serial", "the same with the serial collector", SERIAL, THREADS, ""),
                processors("-one-thread", "the same with one thread", AS_SERVED, 1, ""),
                processors(
                        "-100",
                        "the same, a commit every 100 ms while it is behind, too",
                        AS_SERVED,
                        THREADS,
                        "processors.catch.up.commit.interval.ms=100\n"),
                peers.job(
                        "dsl",
                        "Kafka Streams DSL: three aggregates, exactly once, a commit every 100 ms",
                        OwnJvm.of(DslJob.class).flags(QUIET),
                        "100"),
                peers.flink(
                        "flink", "Flink DataStream: three aggregates, exactly once, a checkpoint every second", "1000"),
                peers.flinkSql(
                        "flink-sql", "Flink SQL: three aggregates, exactly once, a checkpoint every second", "1000"));
    }

    private Contender bare(Work work, String does, int copies) {
        String name = work.name().toLowerCase(Locale.ROOT);
        OwnJvm jvm = OwnJvm.of(BareLoop.class).heap(HEAP).fast().flags(QUIET);
        return new Contender(
                name,
                does,
                Topics.events(),
                round -> {
                    String group = Field.PREFIX + name + round;
                    field.createCopies(BareLoop.copyOf(group));
                    return start(
                            field,
                            group,
                            jvm.with(field.bootstrapServers(), field.registry(), Field.PREFIX, group, work.name()));
                },
                (round, events) ->
                        Written.require(field.admin(), BareLoop.copyOf(Field.PREFIX + name + round), copies * events));
    }

    /** Begins it in a process of its own. */
    static Running start(Field field, String group, ProcessBuilder builder) throws IOException {
        Path said = field.directory().resolve(group + ".txt");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        return new Running(group, process.toHandle(), () -> "see " + said);
    }

    /** All of them, with the watch on. */
    static Contender processors(Field field, OwnJvm jvm) {
        return processors(
                field, PROCESSORS, "Streamgauge: " + ALL + ", every second while it is behind", jvm, THREADS, "");
    }

    private Contender processors(String name, String does, OwnJvm jvm, int threads, String settings) {
        return processors(field, PROCESSORS + name, does, jvm, threads, settings);
    }

    private static Contender processors(
            Field field, String name, String does, OwnJvm jvm, int threads, String settings) {
        return new Contender(
                name,
                does,
                Topics.events(),
                round -> {
                    field.clear();
                    ServeProcess process = serve(field, jvm, threads, settings);
                    ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
                    return new Running(Field.GROUP, handle, process::says);
                },
                (round, events) -> field.verify());
    }

    /** Starts processors on what they find. */
    static ServeProcess serve(Field field, OwnJvm jvm) throws IOException {
        return serve(field, jvm, THREADS, "");
    }

    private static ServeProcess serve(Field field, OwnJvm jvm, int threads, String settings) throws IOException {
        Path file = new ServeFile(field.bootstrapServers(), field.registry(), Field.PREFIX)
                .processors()
                .set("processors.threads", String.valueOf(threads))
                // Or it would draw a new one after its disk is lost, and Kafka would wait for the old one.
                .set("processors.instance.id", "one")
                .set("watch.interval", "10s") // As if nothing were said.
                .lines(settings)
                .in(field.directory().resolve("processors.properties"));
        return ServeProcess.launch(jvm, file, Map.of(), "--role", PROCESSORS);
    }
}

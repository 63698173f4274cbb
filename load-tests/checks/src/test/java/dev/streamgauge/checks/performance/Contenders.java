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
import java.util.stream.Stream;

/** Those who contend on a field. */
final class Contenders {

    static final String PROCESSORS = "processors";

    static final String HEAP = "2g";

    /** Of each of those who divide their work, on as many cores. */
    static final int THREADS = 2;

    /** For processors that have much to catch up with. */
    static final OwnJvm BEHIND = ServeProcess.JVM.heap(HEAP).fast();

    /** For processors that keep up. */
    static final OwnJvm UP_TO_DATE = ServeProcess.JVM.heap(HEAP).prompt();

    private static final String QUIET = "-Dlogback.configurationFile=logback.xml";

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

    /** Some of them; all, if nobody is named. */
    List<Contender> named(String names) {
        List<String> wanted = List.of(names.split(",", -1));
        return all().filter(contender -> names.isEmpty() || wanted.contains(contender.name()))
                .toList();
    }

    private Stream<Contender> all() {
        return Stream.of(
                bare(Work.READ, "reads (one consumer)"),
                bare(Work.DECODE, "reads and decodes"),
                bare(Work.COPY, "writes each event to another topic, exactly once, a commit every 100 ms"),
                bare(Work.FAN_OUT, "writes it %d times: as many records as Streamgauge".formatted(BareLoop.MANY)),
                processors(field, BEHIND),
                steady(field),
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

    private Contender bare(Work work, String does) {
        String name = work.name().toLowerCase(Locale.ROOT);
        OwnJvm jvm = OwnJvm.of(BareLoop.class).heap(HEAP).fast().flags(QUIET);
        return new Contender(
                name,
                does,
                Topics.events(),
                round -> {
                    String group = Field.PREFIX + name + round;
                    return start(
                            field,
                            group,
                            jvm.with(field.bootstrapServers(), field.registry(), Field.PREFIX, group, work.name()));
                },
                round -> 0);
    }

    /** Begins it in a process of its own. */
    static Running start(Field field, String group, ProcessBuilder builder) throws IOException {
        Path said = field.directory().resolve(group + ".txt");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        return new Running(group, process.toHandle(), () -> "see " + said);
    }

    /** All of them, with the watch on, as {@code ./streamgauge serve} runs them. */
    static Contender processors(Field field, OwnJvm jvm) {
        return processors(
                field,
                PROCESSORS,
                "Streamgauge: all metrics and queues, exactly once, a commit every 100 ms, every second while it is behind",
                jvm,
                "");
    }

    /** The same without its own way out of a backlog. */
    private static Contender steady(Field field) {
        return processors(
                field,
                PROCESSORS + "-100",
                "the same, a commit every 100 ms at all times",
                BEHIND,
                "processors.catch.up.commit.interval.ms=100\n");
    }

    private static Contender processors(Field field, String name, String does, OwnJvm jvm, String settings) {
        return new Contender(
                name,
                does,
                Topics.events(),
                round -> {
                    field.clear();
                    ServeProcess process = serve(field, jvm, settings);
                    ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
                    return new Running(Field.GROUP, handle, process::says);
                },
                round -> field.verify());
    }

    /** Starts processors on what they find. */
    static ServeProcess serve(Field field, OwnJvm jvm) throws IOException {
        return serve(field, jvm, "");
    }

    private static ServeProcess serve(Field field, OwnJvm jvm, String settings) throws IOException {
        Path file = new ServeFile(field.bootstrapServers(), field.registry(), Field.PREFIX)
                .processors()
                .set("processors.threads", String.valueOf(THREADS))
                // Or it would draw a new one after its disk is lost, and Kafka would wait for the old one.
                .set("processors.instance.id", "one")
                .lines(settings)
                .in(field.directory().resolve("processors.properties"));
        return ServeProcess.launch(jvm, file, Map.of(), "--role", PROCESSORS);
    }
}

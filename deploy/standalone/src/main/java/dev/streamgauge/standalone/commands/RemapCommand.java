package dev.streamgauge.standalone.commands;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.cli.TableWriter;
import dev.streamgauge.standalone.cli.TopicRange;
import dev.streamgauge.standalone.deliveries.Mapping;
import dev.streamgauge.standalone.deliveries.Remap;
import dev.streamgauge.standalone.deliveries.Tally;
import dev.streamgauge.standalone.pipeline.EventWriter;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Maps what the gateway received once more, after a mapper was mended or the rules were changed. */
@Command(
        name = "remap",
        description =
                "Map what the gateway received again, with the mappers and rules of today, and publish the events. To do so twice is harmless.")
public final class RemapCommand implements Callable<Integer> {

    @Mixin
    private SettingsOption config;

    @Option(names = "--source", paramLabel = "NAME", split = ",", description = "Only what came through these sources.")
    private List<String> sources = List.of();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only what was kept from this time on, for example 2026-03-01 or 2026-03-01T09:30:00Z.")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only what was kept before this time.")
    private Instant to;

    @Option(names = "--dry-run", description = "Publish nothing, only count.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment;

    /** @param environment of the process, in which settings may be */
    public RemapCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new ParameterException(spec.commandLine(), "--from has to be before --to");
        }
        ServiceSettings settings = config.read(environment);
        settings.require(List.of());
        Mapping mapping = Mapping.by(settings.doors());
        try (CleanStop stop = new CleanStop()) {
            EventWriter writer = dryRun ? null : stop.open(() -> writer(settings));
            Remap remap = new Remap(mapping, this::isWanted, (event, origin) -> publish(writer, event, origin));
            read(settings, remap);
            if (writer != null) {
                writer.flush();
            }
            return print(remap);
        } catch (KafkaException e) {
            throw new StandaloneException(
                    "Kafka at %s, or the schema registry: %s".formatted(settings.bootstrapServers(), Causes.of(e)), e);
        }
    }

    private static EventWriter writer(ServiceSettings settings) {
        return new EventWriter(
                settings.producer(), settings.prefix(), "See bootstrap.servers, and './streamgauge doctor'");
    }

    private boolean isWanted(String source) {
        return sources.isEmpty() || sources.contains(source);
    }

    private static void publish(EventWriter writer, SpecificRecord event, String origin) {
        if (writer != null) {
            writer.write(event, origin);
        }
    }

    private void read(ServiceSettings settings, Remap remap) {
        TopicRange range = new TopicRange(settings.consumer(), settings.prefix());
        try (ProgressOfReading progress = new ProgressOfReading()) {
            range.between(Topics.RAW_EVENTS, new TopicRange.Period(from, to), progress::begin, found -> {
                remap.take(found);
                progress.add();
            });
        }
    }

    /** It is known only when the reading begins how much there is. */
    private static final class ProgressOfReading implements AutoCloseable {

        private Progress progress;

        void begin(long total) {
            progress = new Progress("Mapping", total, Progress.Screen.stderr());
        }

        void add() {
            progress.add(1);
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.close();
            }
        }
    }

    private int print(Remap remap) {
        TableWriter table = new TableWriter("source", "deliveries", "events", "ignored", "unmappable", "reasons");
        remap.tallies()
                .forEach((source, tally) -> table.row(
                        source,
                        tally.deliveries(),
                        tally.events(),
                        tally.ignored(),
                        tally.unmappable(),
                        reasons(tally)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(table);
        out.flush();
        tell(remap);
        boolean whole = remap.tallies().values().stream().allMatch(tally -> tally.unmappable() == 0);
        return whole ? ExitCode.OK : ExitCode.DEAD_LETTERED;
    }

    private static String reasons(Tally tally) {
        String all = tally.reasons().entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private void tell(Remap remap) {
        PrintWriter err = spec.commandLine().getErr();
        long redacted =
                remap.tallies().values().stream().mapToLong(Tally::redacted).sum();
        if (redacted > 0) {
            err.printf(
                    "%,d deliveries were kept without e-mail addresses (gateway.raw=redacted): authors that only an address tells stay unknown%n",
                    redacted);
        }
        sources.stream()
                .filter(source -> !remap.tallies().containsKey(source))
                .forEach(source -> err.printf("Nothing was kept of a source '%s' in that time%n", source));
        if (dryRun) {
            err.println("Nothing was published (--dry-run)");
        }
        err.flush();
    }
}

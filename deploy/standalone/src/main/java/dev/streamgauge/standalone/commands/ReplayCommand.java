package dev.streamgauge.standalone.commands;

import dev.streamgauge.connectors.files.EventFiles;
import dev.streamgauge.connectors.files.FilesException;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.deliveries.CapturedLines;
import dev.streamgauge.standalone.deliveries.Mapping;
import dev.streamgauge.standalone.pipeline.Pipeline;
import dev.streamgauge.standalone.report.Report;
import dev.streamgauge.standalone.report.ReportWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends events from files through the topics and the processors, in any order, and reports what comes out. */
@Command(
        name = "replay",
        description =
                "Compute every fact and aggregate from events in their JSON form, or from captured webhooks, one a line (docs/events.md).")
public final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description =
                    "Files of events, or directories of *.ndjson, *.jsonl and *.json, each also as .gz; - for standard input.")
    private List<String> names;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write every fact and aggregate to this file, as JSON.")
    private Path report;

    @Option(
            names = "--doors",
            paramLabel = "FILE",
            description = "The rules of the doors, for captured webhooks. Default: the usual ones.")
    private Path doors;

    @Mixin
    private DataOptions data;

    @Mixin
    private DefinitionOptions choices;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        EventFiles files = find();
        CapturedLines lines = new CapturedLines(Mapping.by(doors));
        requireWritable();
        try (CleanStop stop = new CleanStop()) {
            Platform platform = stop.open(() -> Platform.start(data.config()));
            Pipeline pipeline = stop.open(() ->
                    Pipeline.overThePast(platform, Topics.DEFAULT_PARTITIONS, choices.definitions(), files.bytes()));
            Refused refused = new Refused(pipeline.writer(), spec.commandLine().getErr());
            try (Progress progress = new Progress("Sending", files.bytes(), Progress.Screen.stderr())) {
                files.read(lines, refused, progress::add);
            }
            tellOf(lines);
            try (Progress progress = new Progress("Processing", pipeline.events(), Progress.Screen.stderr())) {
                pipeline.drain(progress);
            }
            return print(Report.read(pipeline.reader()), refused, pipeline);
        }
    }

    private void tellOf(CapturedLines lines) {
        if (lines.deliveries() > 0) {
            spec.commandLine().getErr().println(lines.says());
            spec.commandLine().getErr().flush();
        }
    }

    private EventFiles find() {
        try {
            return EventFiles.find(names, System.in);
        } catch (FilesException e) {
            throw new StandaloneException(e.getMessage(), e);
        }
    }

    private int print(Report result, Refused refused, Pipeline pipeline) throws IOException {
        pipeline.reader().each(Topics.DEAD_LETTERS, refused::tell);
        ReportWriter writer = new ReportWriter(result);
        try (Writer out = report == null ? Writer.nullWriter() : Files.newBufferedWriter(report)) {
            writer.write(out);
        }
        spec.commandLine().getOut().print(writer.counts());
        spec.commandLine().getOut().flush();
        return result.deadLetters().total() == 0 ? ExitCode.OK : ExitCode.DEAD_LETTERED;
    }

    /** An hour's work should not end in a report that cannot be written. */
    private void requireWritable() {
        if (report == null) {
            return;
        }
        Path directory = report.toAbsolutePath().getParent();
        if (Files.isDirectory(report) || !Files.isWritable(Files.exists(report) ? report : directory)) {
            throw new StandaloneException(
                    "The report %s cannot be written: choose a file in a directory that you may write to"
                            .formatted(report));
        }
    }
}

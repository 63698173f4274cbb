package dev.streamgauge.standalone.commands;

import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.Organisation;
import dev.streamgauge.oracle.Comparison;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.demo.Agreement;
import dev.streamgauge.standalone.demo.DemoReport;
import dev.streamgauge.standalone.demo.Feed;
import dev.streamgauge.standalone.demo.LiveView;
import dev.streamgauge.standalone.pipeline.Pipeline;
import dev.streamgauge.standalone.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a simulated organisation live, and at the end holds what was shown against the batch oracle. */
@Command(
        name = "demo",
        description = "Watch a simulated organisation: main red or green, queues, lead time. Ctrl-C stops it.")
public final class DemoCommand implements Callable<Integer> {

    /** What one second of watching shows, if nobody says how long to watch. */
    private static final Duration PER_SECOND = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofDays(180);
    private static final Duration SHOWN = Duration.ofDays(21);

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "End after this time, for example 60s or 5m, with three weeks simulated. Default: run until Ctrl-C.")
    private Duration length;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed simulates the same events. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        GeneratorConfig config = GeneratorConfig.of(seed).withLength(length == null ? LONGEST : SHOWN);
        double speed = length == null
                ? PER_SECOND.toMillis() / 1000.0
                : (double) SHOWN.toMillis() / Math.max(1, length.toMillis());
        try (CleanStop stop = new CleanStop()) {
            Platform platform = stop.open(() -> Platform.start(data.config()));
            Pipeline pipeline = stop.open(() -> Pipeline.on(platform, Topics.DEFAULT_PARTITIONS));
            if (pipeline.events() > 0) {
                throw new StandaloneException("%s has events already: a demo needs a directory of its own"
                        .formatted(platform.dataDirectory()));
            }
            Path recording = platform.dataDirectory().resolve("demo-events.ndjson");
            Feed feed = new Feed(Organisation.of(config), config.start(), speed, recording);
            return report(pipeline, recording, watch(pipeline, feed));
        }
    }

    /** Plays and shows it; answers how long the first result took. */
    private Duration watch(Pipeline pipeline, Feed feed) {
        try (LiveView view = LiveView.start(pipeline, feed, spec.commandLine().getOut())) {
            feed.play(pipeline.writer());
            try (Progress progress = new Progress("Processing", pipeline.events(), Progress.Screen.stderr())) {
                pipeline.drain(progress);
            }
            return view.firstOutput();
        }
    }

    private int report(Pipeline pipeline, Path recording, Duration firstOutput) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Report report = Report.read(pipeline.reader());
        out.print(DemoReport.of(report, firstOutput));
        out.flush();
        Agreement agreement = Agreement.of(report, recording);
        Comparison comparison = agreement.comparison();
        if (comparison.agrees()) {
            out.printf("The batch oracle agrees: %,d facts and aggregates are equal.%n", agreement.compared());
        } else {
            out.printf("The batch oracle DISAGREES:%n%s%n", comparison.describe(20));
        }
        out.flush();
        return comparison.agrees() ? ExitCode.OK : ExitCode.FAILED;
    }
}

package dev.streamgauge.standalone.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.streamgauge.connectors.git.GitEvents;
import dev.streamgauge.connectors.git.GitException;
import dev.streamgauge.connectors.git.GitHistory;
import dev.streamgauge.connectors.git.GitOptions;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.pipeline.Pipeline;
import dev.streamgauge.standalone.report.GitReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the history of local clones through the topics and the processors, and reports what comes out. */
@Command(
        name = "git",
        description =
                "Report the delivery numbers of local clones: what landed, which tag delivered it, and how long that took.")
public final class GitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "A local clone, bare or not.")
    private List<Path> paths;

    @Option(
            names = "--deploys",
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "The tags that are deploys to production. Default: ${DEFAULT-VALUE}.")
    private String deploys;

    @Option(names = "--json", description = "Print one JSON object, or an array for several paths.")
    private boolean json;

    @Mixin
    private DataOptions data;

    @Mixin
    private DefinitionOptions choices;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<String, GitHistory> histories = open();
        try (CleanStop stop = new CleanStop()) {
            histories.values().forEach(history -> stop.open(() -> history));
            Platform platform = stop.open(() -> Platform.start(data.config()));
            Pipeline pipeline = stop.open(
                    () -> Pipeline.overThePast(platform, Topics.DEFAULT_PARTITIONS, choices.definitions(), 0));
            histories.values().forEach(history -> publish(history, pipeline));
            try (Progress progress = new Progress("Processing", pipeline.events(), Progress.Screen.stderr())) {
                pipeline.drain(progress);
            }
            print(histories.keySet().stream().map(GitReport::new).toList(), pipeline.reader());
        }
        return ExitCode.OK;
    }

    private Map<String, GitHistory> open() {
        Map<String, GitHistory> histories = new LinkedHashMap<>();
        for (Path path : paths) {
            GitHistory history = open(path);
            if (histories.putIfAbsent(history.repository(), history) != null) {
                throw new StandaloneException(
                        "%s is a clone of %s, and so is an earlier path: name each repository once"
                                .formatted(path, history.repository()));
            }
        }
        return histories;
    }

    private static GitHistory open(Path path) {
        try {
            return GitHistory.open(path);
        } catch (GitException e) {
            throw new StandaloneException(e.getMessage(), e);
        }
    }

    private void publish(GitHistory history, Pipeline pipeline) {
        GitEvents events;
        try (Progress progress = new Progress("Reading " + history.repository(), 0, Progress.Screen.stderr())) {
            GitOptions options = GitOptions.at(Clock.systemUTC().instant()).deploys(deploys);
            events = history.read(options, progress::at);
        }
        PrintWriter err = spec.commandLine().getErr();
        events.summary().warnings().forEach(warning -> err.println(history.repository() + ": " + warning));
        long total = events.summary().landings() + events.summary().deploys();
        try (Progress progress = new Progress("Sending " + history.repository(), total, Progress.Screen.stderr())) {
            events.forEach(event -> {
                pipeline.writer().write(event, null);
                progress.add(1);
            });
        }
        pipeline.writer().flush();
    }

    private void print(List<GitReport> reports, TopicReader reader) throws IOException {
        reader.latest(Topics.CHANGES).values().forEach(change -> reports.forEach(report -> report.add(change)));
        reader.latest(Topics.DELIVERIES).values().forEach(delivery -> reports.forEach(report -> report.add(delivery)));
        reader.latest(Topics.DEPLOY_FACTS).values().forEach(deploy -> reports.forEach(report -> report.add(deploy)));
        reader.latest(Topics.LEAD_TIME).values().forEach(window -> reports.forEach(report -> report.add(window)));
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            reports.forEach(out::println);
        } else if (reports.size() == 1) {
            out.println(reports.get(0).toJson().toPrettyString());
        } else {
            ArrayNode array = new ObjectMapper().createArrayNode();
            reports.forEach(report -> array.add(report.toJson()));
            out.println(array.toPrettyString());
        }
        out.flush();
    }
}

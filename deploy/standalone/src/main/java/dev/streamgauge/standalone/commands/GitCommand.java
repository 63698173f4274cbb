package dev.streamgauge.standalone.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.streamgauge.connectors.git.GitEvents;
import dev.streamgauge.connectors.git.GitException;
import dev.streamgauge.connectors.git.GitHistory;
import dev.streamgauge.connectors.git.GitOptions;
import dev.streamgauge.operators.KafkaTrouble;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.pipeline.EventWriter;
import dev.streamgauge.standalone.pipeline.Pipeline;
import dev.streamgauge.standalone.report.GitReport;
import dev.streamgauge.standalone.serve.TopicDuty;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the history of local clones through the topics and the processors, and reports what comes out. */
@Command(
        name = "git",
        description =
                "Report the delivery numbers of local clones: what landed, which tag delivered it, and how long that took.")
public final class GitCommand implements Callable<Integer> {

    private static final Set<String> PUBLISHING = Set.of("--config", "--deploys");

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

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Publish the events to the topics of your own Kafka instead, for its processors, and report nothing: the settings of serve (docs/serve.md).")
    private Path config;

    @Mixin
    private DataOptions data;

    @Mixin
    private DefinitionOptions choices;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment;

    /** @param environment of the process, in which settings may be */
    public GitCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        requireNothingElse();
        Map<String, GitHistory> histories = open();
        try (CleanStop stop = new CleanStop()) {
            histories.values().forEach(history -> stop.open(() -> history));
            if (config != null) {
                publish(histories, stop);
                return ExitCode.OK;
            }
            Platform platform = stop.open(() -> Platform.start(data.config()));
            Pipeline pipeline = stop.open(
                    () -> Pipeline.overThePast(platform, Topics.DEFAULT_PARTITIONS, choices.definitions(), 0));
            histories.values().forEach(history -> publish(history, pipeline.writer()));
            try (Progress progress = new Progress("Processing", pipeline.events(), Progress.Screen.stderr())) {
                pipeline.drain(progress);
            }
            print(histories.keySet().stream().map(GitReport::new).toList(), pipeline.reader());
        }
        return ExitCode.OK;
    }

    private void requireNothingElse() {
        String others = spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !PUBLISHING.contains(name))
                .collect(Collectors.joining(", "));
        if (config != null && !others.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--config publishes the events and reports nothing, so %s would do nothing: leave it out"
                            .formatted(others));
        }
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

    private void publish(Map<String, GitHistory> histories, CleanStop stop) {
        ServiceSettings settings = ServiceSettings.read(config, environment);
        settings.require(List.of());
        new TopicDuty(settings, spec.commandLine().getErr()).require(List.copyOf(Topics.events()), false);
        try {
            EventWriter writer = stop.open(() -> new EventWriter(
                    settings.producer(), settings.prefix(), "See bootstrap.servers, and './streamgauge doctor'"));
            long events = histories.values().stream()
                    .mapToLong(history -> publish(history, writer))
                    .sum();
            spec.commandLine().getOut().printf("%,d events published%n", events);
            spec.commandLine().getOut().flush();
        } catch (KafkaException e) {
            throw new StandaloneException(
                    "Kafka at %s, or the schema registry: %s"
                            .formatted(settings.bootstrapServers(), KafkaTrouble.of(e)),
                    e);
        }
    }

    // How many events.
    private long publish(GitHistory history, EventWriter writer) {
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
                writer.write(event, null);
                progress.add(1);
            });
        }
        writer.flush();
        return total;
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

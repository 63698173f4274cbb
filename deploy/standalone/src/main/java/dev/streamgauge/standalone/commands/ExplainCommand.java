package dev.streamgauge.standalone.commands;

import dev.streamgauge.processors.explain.Explainer;
import dev.streamgauge.processors.explain.Explanation;
import dev.streamgauge.processors.explain.Subject;
import dev.streamgauge.processors.explain.UnknownSubjectException;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.explain.EventSource;
import dev.streamgauge.standalone.explain.ExplanationJson;
import dev.streamgauge.standalone.explain.ExplanationText;
import dev.streamgauge.standalone.explain.FileEvents;
import dev.streamgauge.standalone.explain.Reading;
import dev.streamgauge.standalone.explain.TopicEvents;
import dev.streamgauge.standalone.pipeline.AgreedDefinitions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Traces the numbers of one change, deploy, incident or red episode to the events and rules that made them. */
@Command(
        name = "explain",
        description =
                "Trace a number: the events of a change, a deploy, an incident or a red episode, the rules that joined them, and the aggregates that count it. "
                        + "The events are read from files (PATH...), from --data-dir or from --bootstrap-server.")
public final class ExplainCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    private enum Output {
        TABLE,
        JSON
    }

    @Mixin
    private SubjectOptions subjects;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files of events, or directories of them, as replay takes them; - for standard input.")
    private List<String> paths = List.of();

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Read the topics that an earlier run kept here.")
    private Path dataDir;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private DefinitionOptions choices;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "TABLE",
            description = "table for people, json for programs. Default: table")
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Subject subject = subjects.subject();
        requireOneSource();
        Explainer explainer = new Explainer(subject.repository(), choices.definitions());
        Reading reading = new Reading(subject.repository(), explainer);
        read(reading);
        tellOfRefused(reading.refused());
        if (!reading.found()) {
            throw new StandaloneException(unknown(reading));
        }
        print(explain(explainer, subject));
        return paths.isEmpty() || reading.refused().isEmpty() ? ExitCode.OK : ExitCode.DEAD_LETTERED;
    }

    private void requireOneSource() {
        long sources = Stream.of(!paths.isEmpty(), dataDir != null, cluster.given())
                .filter(given -> given)
                .count();
        if (sources != 1 || cluster.givenInPart()) {
            throw new ParameterException(
                    spec.commandLine(),
                    sources > 1
                            ? "The events come from one place: from files, from --data-dir or from --bootstrap-server"
                            : "Where are the events? Name files, or give --data-dir or --bootstrap-server");
        }
    }

    private void read(Reading reading) {
        if (!paths.isEmpty()) {
            FileEvents.find(paths, System.in, Clock.systemUTC()).read(reading);
        } else if (cluster.given()) {
            new TopicEvents(cluster.clientConfig(), cluster.prefix(), cluster.bootstrapServer()).read(reading);
        } else {
            readDataDirectory(reading);
        }
    }

    private void readDataDirectory(Reading reading) {
        if (!PlatformConfig.isUsed(dataDir)) {
            throw new StandaloneException(
                    "There is no data of an earlier run in %s: give the --data-dir that git, replay or demo was run with"
                            .formatted(dataDir));
        }
        try (CleanStop stop = new CleanStop()) {
            Platform platform = stop.open(() -> Platform.start(PlatformConfig.in(dataDir)));
            AgreedDefinitions.require(choices.definitions(), platform.dataDirectory(), AgreedDefinitions.OPTIONS);
            EventSource events = new TopicEvents(platform.clientConfig(), Topic.DEFAULT_PREFIX, dataDir.toString());
            events.read(reading);
        }
    }

    private void tellOfRefused(List<String> refused) {
        PrintWriter err = spec.commandLine().getErr();
        refused.stream().limit(SHOWN).forEach(err::println);
        if (refused.size() > SHOWN) {
            err.printf("and %,d more that were refused%n", refused.size() - SHOWN);
        }
        err.flush();
    }

    private static String unknown(Reading reading) {
        String known = reading.repositories().stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = reading.repositories().size() - SHOWN;
        return "There is no event of the repository %s: %s"
                .formatted(
                        reading.repository(),
                        known.isEmpty()
                                ? "there are no events at all"
                                : "there are " + known + (more > 0 ? " and " + more + " more" : ""));
    }

    private static List<Explanation> explain(Explainer explainer, Subject subject) {
        try {
            return explainer.explain(subject);
        } catch (UnknownSubjectException e) {
            throw new StandaloneException(e.getMessage(), e);
        }
    }

    private void print(List<Explanation> explanations) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                output == Output.JSON
                        ? ExplanationJson.of(explanations).toPrettyString() + "\n"
                        : explanations.stream().map(ExplanationText::of).collect(Collectors.joining("\n")));
        out.flush();
    }
}

package dev.streamgauge.standalone.commands;

import dev.streamgauge.connectors.connect.backfill.Backfill;
import dev.streamgauge.connectors.connect.backfill.BackfillCursor;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.SourceSettings.Repositories;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.backfill.BackfillRun;
import dev.streamgauge.standalone.backfill.BackfillView;
import dev.streamgauge.standalone.backfill.EventKind;
import dev.streamgauge.standalone.backfill.PastProvider;
import dev.streamgauge.standalone.backfill.Request;
import dev.streamgauge.standalone.backfill.StateFile;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.deliveries.Mapping;
import dev.streamgauge.standalone.pipeline.EventWriter;
import dev.streamgauge.standalone.serve.TopicDuty;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the past of repositories from a provider's API. */
@Command(
        name = "backfill",
        description =
                "Read the past of repositories from a provider's API. Ctrl-C saves how far it is; the same command goes on. To read it twice is harmless.")
public final class BackfillCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PROVIDER", description = "${COMPLETION-CANDIDATES}")
    private PastProvider provider;

    @Mixin
    private SettingsOption config;

    @Option(
            names = "--repositories",
            paramLabel = "GLOB",
            split = ",",
            description = "Names and patterns, for example acme/shop or acme/*; of Jenkins, jobs.")
    private List<String> repositories = List.of();

    @Option(
            names = "--organisations",
            paramLabel = "NAME",
            split = ",",
            description = "All repositories of these organisations; of GitLab, groups; of Jenkins, folders.")
    private List<String> organisations = List.of();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "What was before is not read, for example 2026-01-01 or 2026-01-01T09:30:00Z.")
    private Instant since;

    @Option(
            names = "--streams",
            paramLabel = "KIND",
            split = ",",
            description = "Only these: ${COMPLETION-CANDIDATES}. Default: all that the provider tells.")
    private Set<EventKind> kinds = Set.of();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Where to keep how far it is. Default: backfill-PROVIDER.json beside the --config.")
    private Path state;

    @Option(names = "--create-topics", description = "Create the topics that are missing.")
    private boolean createTopics;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment;

    /** @param environment of the process, in which settings may be */
    public BackfillCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireSense();
        ServiceSettings settings = config.read(environment);
        Repositories which = new Repositories(repositories, organisations, List.of(), false);
        SourceSettings polling = new Request(provider, which, kinds, since).with(settings);
        Mapping.by(settings.doors()); // Its mistakes are told before anybody is asked.
        StateFile file = new StateFile(state == null ? usualState() : state);
        BackfillCursor begin = file.read(since);
        List<Topic<?, ?>> topics = List.copyOf(Topics.events());
        new TopicDuty(settings, spec.commandLine().getErr()).require(topics, createTopics);
        try (CleanStop stop = new CleanStop();
                BackfillView view = new BackfillView(Progress.Screen.stderr())) {
            EventWriter writer = stop.open(() -> new EventWriter(
                    settings.producer(), settings.prefix(), "See bootstrap.servers, and './streamgauge doctor'"));
            BackfillRun run = stop.open(() -> new BackfillRun(Backfill.resumed(polling, begin), writer, file, view));
            run.finish();
            return print(run);
        } catch (ApiException.Refused e) {
            throw new StandaloneException(
                    "%s refuses: %s. See poll.%s.token in %s"
                            .formatted(polling.access().url(), e.getMessage(), provider.code(), config.file()),
                    e);
        } catch (KafkaException e) {
            throw new StandaloneException(
                    "Kafka at %s, or the schema registry: %s".formatted(settings.bootstrapServers(), Causes.of(e)), e);
        }
    }

    private void requireSense() {
        if (repositories.isEmpty() && organisations.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Which repositories? Give --repositories, or --organisations");
        }
        for (EventKind kind : kinds) {
            if (!provider.kinds().contains(kind)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "%s does not tell of %s"
                                .formatted(provider.code(), kind.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private Path usualState() {
        return config.file().toAbsolutePath().resolveSibling("backfill-" + provider.code() + ".json");
    }

    private int print(BackfillRun run) {
        PrintWriter err = spec.commandLine().getErr();
        run.leftOut().forEach(line -> err.println("left out: " + line));
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%,d streams read, %,d events published%n",
                run.progress().streams().total() - run.leftOut().size(),
                run.progress().events());
        out.flush();
        return ExitCode.OK;
    }
}

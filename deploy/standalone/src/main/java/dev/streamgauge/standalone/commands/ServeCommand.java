package dev.streamgauge.standalone.commands;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.LogFormat;
import dev.streamgauge.standalone.Logs;
import dev.streamgauge.standalone.Notices;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.serve.Service.Running;
import dev.streamgauge.standalone.serve.TopicDuty;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs roles beside the user's own Kafka, until somebody stops it. */
@Command(
        name = "serve",
        description =
                "Run beside your own Kafka: take webhooks in, process events, tell of alerts. Ctrl-C or SIGTERM stops it.")
public final class ServeCommand implements Callable<Integer> {

    @Mixin
    private SettingsOption config;

    @Mixin
    private RoleOptions roles;

    @Option(
            names = "--create-topics",
            description = "Create the topics that are missing, with the settings of schemas/README.md.")
    private boolean createTopics;

    @Option(
            names = "--print-config",
            description = "Print the settings as they would be used, secrets masked, check them, and end.")
    private boolean printConfig;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment;

    /** @param environment of the process, in which settings may be */
    public ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServiceSettings settings = config.read(environment);
        if (!printConfig && settings.logFormat() == LogFormat.JSON) {
            writeLog(settings); // What comes before the start is for machines, too.
        }
        if (printConfig) {
            spec.commandLine().getOut().print(settings.printed());
            spec.commandLine().getOut().flush();
        }
        Collection<Service> services = roles.usable(settings).values();
        if (!printConfig) {
            serve(settings, services);
        }
        return ExitCode.OK;
    }

    private void serve(ServiceSettings settings, Collection<Service> services) throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        List<Topic<?, ?>> topics = services.stream()
                .<Topic<?, ?>>flatMap(service -> service.topics().stream())
                .distinct()
                .toList();
        new TopicDuty(settings, err).require(topics, createTopics);
        writeLog(settings);
        try (CleanStop stop = new CleanStop()) {
            List<Running> running = new ArrayList<>();
            for (Service service : services) {
                Running started = stop.open(service::start);
                running.add(started);
                Notices.say(err, started.says());
            }
            while (true) { // The shutdown hook of CleanStop ends it.
                running.forEach(ServeCommand::requireHealthy);
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private static void writeLog(ServiceSettings settings) {
        Logs.writeToStderr(settings.logFormat(), settings.logsTraces());
    }

    /** Whoever watches over this process starts it anew: a role that has given up will not come round. */
    private static void requireHealthy(Running role) {
        role.failure().ifPresent(reason -> {
            throw new StandaloneException(reason);
        });
    }
}

package dev.streamgauge.standalone.commands;

import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.alerts.AlertTail;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.TopicFollower;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Follows a topic. */
@Command(
        name = "tail",
        description = "Follow what is published, as lines for people or as JSON.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TailCommand.Alerts.class)
public final class TailCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? There is alerts");
    }

    /** Follows alerts. */
    @Command(
            name = "alerts",
            mixinStandardHelpOptions = true,
            description = "Print the alerts that are pending or firing, and then every change of one, until Ctrl-C.")
    static final class Alerts implements Callable<Integer> {

        /** How an alert is printed. */
        enum Output {
            TEXT,
            JSON
        }

        @Mixin
        private ClusterOptions cluster;

        @Option(
                names = "--output",
                paramLabel = "FORM",
                defaultValue = "text",
                description = "text, or json: as in the topic alerts.json.v1, one a line. Default: ${DEFAULT-VALUE}.")
        private Output output;

        @Option(names = "--once", description = "Print what is pending or firing now, and end.")
        private boolean once;

        @Option(names = "--watchdog", description = "Print the Watchdog too, which always fires.")
        private boolean watchdog;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Map<String, Object> config = cluster.kafkaConfig();
            AlertTail tail = new AlertTail(spec.commandLine().getOut(), output == Output.JSON, watchdog);
            try (CleanStop stop = new CleanStop();
                    TopicFollower follower = new TopicFollower(config, cluster.prefix())) {
                tail.printOpen(follower);
                if (!once) {
                    stop.<AutoCloseable>open(() -> follower::stop);
                    tail.follow(follower);
                }
                return ExitCode.OK;
            } catch (KafkaException e) {
                throw new StandaloneException("Kafka at %s: %s".formatted(cluster.bootstrapServer(), Causes.of(e)), e);
            }
        }
    }
}

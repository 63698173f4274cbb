package dev.streamgauge.standalone.commands;

import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.alerts.PublishedRules;
import dev.streamgauge.standalone.alerts.RulesText;
import dev.streamgauge.standalone.cli.ExitCode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Alerting rules. */
@Command(
        name = "rules",
        description = "Check, try, publish and show the rules by which queues alert (docs/alerting.md).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RulesCommand.Check.class,
            RulesCommand.Apply.class,
            RulesCommand.Show.class,
            RulesTestCommand.class
        })
public final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? There are check, test, apply, show");
    }

    /** Finds mistakes. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Say what is wrong in a file of rules, everything at once, or what is in it.")
    static final class Check implements Callable<Integer> {

        @Mixin
        private RulesParameter rules;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            print(spec, "%s: %s".formatted(rules.file(), rules.read().says()));
            return ExitCode.OK;
        }
    }

    /** Publishes rules. */
    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Check a file of rules and publish it. It is in force from the next evaluation on.")
    static final class Apply implements Callable<Integer> {

        @Mixin
        private RulesParameter rules;

        @Mixin
        private ClusterOptions cluster;

        @Option(names = "--create-topic", description = "Create the topic of the rules if it is not there.")
        private boolean createTopic;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PublishedRules published = new PublishedRules(cluster.kafkaConfig(), cluster.prefix());
            RulesText text = rules.read();
            published.requireTopic(createTopic);
            published.publish(text);
            print(spec, "Published: " + text.says());
            return ExitCode.OK;
        }
    }

    /** Prints rules. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print the rules that are in force: those that were published last, or else those that ship.")
    static final class Show implements Callable<Integer> {

        @Mixin
        private ClusterOptions cluster;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Map<String, Object> config = cluster.kafkaConfig();
            Optional<String> published = new PublishedRules(config, cluster.prefix()).latest();
            String yaml = published.orElseGet(PublishedRules::shipped);
            spec.commandLine().getOut().print(yaml.endsWith("\n") ? yaml : yaml + "\n");
            spec.commandLine().getOut().flush();
            tell(published.isPresent(), yaml);
            return ExitCode.OK;
        }

        private void tell(boolean published, String yaml) {
            PrintWriter err = spec.commandLine().getErr();
            if (!published) {
                err.println("Nobody has published rules: these ship with Streamgauge");
            } else {
                requireReadable(yaml);
            }
            err.flush();
        }

        // Somebody else may have written to the topic.
        private static void requireReadable(String yaml) {
            try {
                RulesText.of("rules.v1", yaml);
            } catch (StandaloneException e) {
                throw new StandaloneException(
                        "What is published is not in force, but the rules before it: " + e.getMessage(), e.mistakes());
            }
        }
    }

    private static void print(CommandSpec spec, String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}

package dev.streamgauge.standalone.commands;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Topics in the user's own cluster. */
@Command(
        name = "topics",
        description = "Rights in your own Kafka cluster: who needs which (docs/security.md).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TopicsAclsCommand.class)
public final class TopicsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment;

    /** @param environment of the process, in which settings may be */
    public TopicsCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? There is acls");
    }
}

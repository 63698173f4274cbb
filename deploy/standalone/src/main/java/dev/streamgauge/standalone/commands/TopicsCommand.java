package dev.streamgauge.standalone.commands;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Topics in the user's own cluster. */
@Command(
        name = "topics",
        description =
                "Compare the topics with your own Kafka cluster, put them in order, and say which rights the roles need.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TopicsPlanCommand.class, TopicsApplyCommand.class, TopicsAclsCommand.class})
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
        throw new ParameterException(spec.commandLine(), "Which command? There are plan, apply, acls");
    }
}

package dev.streamgauge.standalone;

import dev.streamgauge.standalone.cli.Cli;
import dev.streamgauge.standalone.commands.BackfillCommand;
import dev.streamgauge.standalone.commands.DemoCommand;
import dev.streamgauge.standalone.commands.DoctorCommand;
import dev.streamgauge.standalone.commands.ExplainCommand;
import dev.streamgauge.standalone.commands.GitCommand;
import dev.streamgauge.standalone.commands.RemapCommand;
import dev.streamgauge.standalone.commands.ReplayCommand;
import dev.streamgauge.standalone.commands.RulesCommand;
import dev.streamgauge.standalone.commands.ServeCommand;
import dev.streamgauge.standalone.commands.TailCommand;
import dev.streamgauge.standalone.commands.TopicsCommand;
import java.util.List;
import java.util.Map;

/** Where the process begins. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Cli.run(commands(System.getenv()), arguments));
    }

    private static List<Object> commands(Map<String, String> environment) {
        return List.of(
                new GitCommand(environment),
                new ReplayCommand(),
                new DemoCommand(),
                new ExplainCommand(),
                new ServeCommand(environment),
                new RemapCommand(environment),
                new BackfillCommand(environment),
                new DoctorCommand(environment),
                new TopicsCommand(environment),
                new RulesCommand(),
                new TailCommand());
    }
}

package dev.streamgauge.standalone;

import dev.streamgauge.standalone.cli.Cli;
import dev.streamgauge.standalone.commands.DemoCommand;
import dev.streamgauge.standalone.commands.ExplainCommand;
import dev.streamgauge.standalone.commands.GitCommand;
import dev.streamgauge.standalone.commands.ReplayCommand;
import java.util.List;

/** Where the process begins. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Cli.run(
                List.of(new GitCommand(), new ReplayCommand(), new DemoCommand(), new ExplainCommand()), arguments));
    }
}

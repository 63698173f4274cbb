package dev.streamgauge.standalone.testkit;

import dev.streamgauge.standalone.cli.Cli;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** A command line that was run in this JVM. */
public record CommandRun(int code, String out, String err) {

    /** Runs a command with its name and arguments. */
    public static CommandRun of(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Cli.commandLine(List.of(command));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new CommandRun(Cli.run(line, arguments), out.toString(), err.toString());
    }
}

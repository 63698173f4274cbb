package dev.streamgauge.standalone.cli;

import dev.streamgauge.standalone.Logs;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** Runs a command line and turns whatever comes of it into an exit code. */
public final class Cli {

    private Cli() {}

    /**
     * Runs the command line of this process, with stdout and stderr.
     *
     * @param commands objects with picocli's annotations
     */
    public static int run(List<?> commands, String... arguments) {
        int code = run(commandLine(commands), arguments);
        Logs.finish(code == ExitCode.FAILED || code == ExitCode.UNEXPECTED);
        return code;
    }

    /** Runs a command line of {@link #commandLine}; its streams and the log stay the caller's. */
    public static int run(CommandLine command, String... arguments) {
        PrintWriter err = command.getErr();
        try {
            return command.setParameterExceptionHandler(Messages::wrongUsage)
                    .setExecutionExceptionHandler((failure, failed, parsed) -> Messages.failed(failure, err))
                    .execute(arguments);
        } catch (
                Throwable e) { // Errors pass by picocli's handler; a user should not see a stack trace for them either.
            return Messages.failed(e, err);
        }
    }

    /** The command line, to be run. */
    public static CommandLine commandLine(List<?> commands) {
        CommandLine root = new CommandLine(new StreamgaugeCommand());
        commands.forEach(root::addSubcommand);
        root.addSubcommand(new StreamgaugeCommand.VersionCommand());
        root.addSubcommand(new WarmUpCommand());
        root.addSubcommand(new HelpCommand());
        root.getSubcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof HelpCommand))
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return root.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true);
    }
}

package dev.streamgauge.standalone.cli;

import dev.streamgauge.standalone.Logs;
import dev.streamgauge.standalone.Notices;
import dev.streamgauge.standalone.StandaloneException;
import java.io.PrintWriter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Failures, as the user sees them: one line on stderr that says what to do, and an exit code. */
final class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private Messages() {}

    static int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String what = failure instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched)
                : oneLine(failure.getMessage());
        print(command.getErr(), name + ": " + what + (what.endsWith("?") ? " See '" : ". See '") + name + " --help'");
        return ExitCode.WRONG_USAGE;
    }

    static int failed(Throwable failure, PrintWriter err) {
        if (CleanStop.isInterrupted()) {
            LOG.info("Failed while stopping", failure);
            return ExitCode.FAILED;
        }
        if (failure instanceof StandaloneException known) {
            LOG.warn("Failed", failure);
            List<String> mistakes =
                    known.mistakes().stream().map(Messages::oneLine).toList();
            Notices.fail(err, oneLine(failure.getMessage()) + Logs.hint(), mistakes);
            return ExitCode.FAILED;
        }
        Logs.ensureFile();
        LOG.error("Unexpected", failure);
        Notices.fail(err, "unexpected error: " + oneLine(failure.toString()) + Logs.hint(), List.of());
        return ExitCode.UNEXPECTED;
    }

    private static String unknown(UnmatchedArgumentException failure) {
        String argument = failure.getUnmatched().get(0);
        String kind = argument.startsWith("-")
                ? "option"
                : failure.getCommandLine().getParent() == null ? "command" : "argument";
        List<String> nearest = failure.getSuggestions();
        return "Unknown " + kind + " '" + argument + "'"
                + (nearest.isEmpty() ? "" : "; did you mean " + nearest.get(0) + "?");
    }

    private static String oneLine(String message) {
        return message == null
                ? "no message"
                : message.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }

    private static void print(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}

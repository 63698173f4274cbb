package dev.streamgauge.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "streamgauge",
        mixinStandardHelpOptions = true,
        versionProvider = StreamgaugeCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures how software changes flow from commit to production, live, on Apache Kafka.",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   done",
            "  1   failed; one line on stderr says why",
            "  2   wrong usage",
            "  3   done, but some input was dead-lettered",
            "  4   something is missing or not as it should be ('topics plan', 'topics apply')",
            "  70  unexpected error; the log file says more",
            "  130 stopped by Ctrl-C",
            "  143 stopped by SIGTERM",
            "",
            "Data goes to stdout, progress and messages to stderr. STREAMGAUGE_JAVA_OPTS is passed to java."
        })
final class StreamgaugeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(name = "version", description = "Print the version.")
    static final class VersionCommand implements Runnable {

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            CommandLine root = spec.root().commandLine();
            root.printVersionHelp(root.getOut());
        }
    }

    /** The version that the build wrote down. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            Properties build = new Properties();
            try (InputStream in = StreamgaugeCommand.class.getResourceAsStream("version.properties")) {
                build.load(in);
            }
            return new String[] {
                "streamgauge " + build.getProperty("version"),
                "Kafka " + build.getProperty("kafka") + ", Java " + Runtime.version()
            };
        }
    }
}

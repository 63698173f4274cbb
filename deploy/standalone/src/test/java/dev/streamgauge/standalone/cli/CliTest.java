package dev.streamgauge.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.standalone.Logs;
import dev.streamgauge.standalone.StandaloneException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CliTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A command that does what a test wants. */
    @Command(name = "act")
    private static final class Act implements Callable<Integer> {

        @Option(names = "--json")
        private boolean json;

        private final Callable<Integer> action;

        Act(Callable<Integer> action) {
            this.action = action;
        }

        @Override
        public Integer call() throws Exception {
            return json ? 0 : action.call();
        }
    }

    /** The log is the process's: an earlier test may have left it in a directory that is gone. */
    @BeforeEach
    void beginWithoutLog() {
        Logs.finish(false);
    }

    @Test
    void shouldNameTheNearestOptionAfterATypingMistake() {
        // When
        int code = run(() -> 0, "act", "--jsno");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .contains("streamgauge act: Unknown option '--jsno'; did you mean --json? See 'streamgauge act --help'")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldNameTheNearestCommandAfterATypingMistake() {
        assertThat(run(() -> 0, "verison")).isEqualTo(2);
        assertThat(err.toString())
                .contains("streamgauge: Unknown command 'verison'; did you mean version? See")
                .hasLineCount(1);
    }

    @Test
    void shouldAskForACommand() {
        assertThat(run(() -> 0)).isEqualTo(2);
        assertThat(err.toString()).contains("Which command?", "--help").hasLineCount(1);
    }

    @Test
    void shouldExplainAFailureInOneLine() {
        // When
        int code = run(
                () -> {
                    throw new StandaloneException("No room\nleft");
                },
                "act");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("streamgauge: No room left").hasLineCount(1);
    }

    @Test
    void shouldPointToTheLogAfterAnUnexpectedFailure() {
        // When
        int code = run(
                () -> {
                    throw new IllegalStateException("bug");
                },
                "act");

        // Then
        assertThat(code).isEqualTo(70);
        assertThat(err.toString())
                .startsWith("streamgauge: unexpected error: java.lang.IllegalStateException: bug (log: ")
                .hasLineCount(1);
    }

    @Test
    void shouldPointToTheLogAfterAnErrorOfTheJvm() {
        // When
        int code = run(
                () -> {
                    throw new StackOverflowError();
                },
                "act");

        // Then
        assertThat(code).isEqualTo(70);
        assertThat(err.toString()).contains("StackOverflowError").hasLineCount(1);
    }

    @Test
    void shouldPassACommandsExitCodeOn() {
        assertThat(run(() -> ExitCode.DEAD_LETTERED, "act")).isEqualTo(3);
    }

    @Test
    void shouldPrintTheVersionEitherWay() {
        assertThat(run(() -> 0, "--version")).isZero();
        String byOption = out.toString();
        assertThat(run(() -> 0, "version")).isZero();
        assertThat(out.toString()).isEqualTo(byOption + byOption);
        assertThat(byOption).startsWith("streamgauge 0.").contains("Kafka 4.").doesNotContain("${");
    }

    @Test
    void shouldDocumentTheExitCodes() {
        assertThat(run(() -> 0, "--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:", "3   done, but some input was dead-lettered");
        assertThat(err.toString()).isEmpty();
    }

    private int run(Callable<Integer> action, String... arguments) {
        CommandLine command = Cli.commandLine(List.of(new Act(action)));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return Cli.run(command, arguments);
    }
}

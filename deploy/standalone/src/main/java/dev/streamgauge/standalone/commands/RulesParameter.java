package dev.streamgauge.standalone.commands;

import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.alerts.RulesText;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The rules that a command is about. */
final class RulesParameter {

    @Parameters(paramLabel = "FILE", description = "The rules, in YAML.")
    private Path file;

    Path file() {
        return file;
    }

    /** @throws StandaloneException if the file cannot be read, or with every mistake in it */
    RulesText read() {
        return RulesText.read(file);
    }
}

package dev.streamgauge.standalone.commands;

import dev.streamgauge.processors.definitions.Baseline;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.definitions.Profile;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What docs/metrics.md leaves to choose. */
final class DefinitionOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            split = ",",
            description = "Answer in another tool's terms as well: circleci, devlake.")
    private List<Profile> profiles;

    @Option(
            names = "--production",
            paramLabel = "PATTERN",
            split = ",",
            converter = PatternConverter.class,
            description = "Names of production environments, with * and ?. Default: production,prod,live.")
    private List<Pattern> production;

    @Option(
            names = "--required-workflow",
            paramLabel = "PATTERN",
            split = ",",
            converter = PatternConverter.class,
            description = "Names of the workflows that count for the whole of main, with * and ?. Default: all.")
    private List<Pattern> required;

    @Option(
            names = "--baseline",
            paramLabel = "FROM/TO",
            converter = BaselineConverter.class,
            description =
                    "The period that shares of stages are compared with, for example 2026-01-01/2026-02-01 (UTC).")
    private Baseline baseline;

    @Option(
            names = "--failure-window",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Put an incident that names nothing down to the last deploy to production within this time before it, for example 24h. Default: never.")
    private Duration failureWindow;

    Definitions definitions() {
        Set<Profile> answers = EnumSet.noneOf(Profile.class);
        answers.addAll(given("--profile", profiles, List.of()));
        return new Definitions(
                given("--production", production, Definitions.DEFAULT.production()),
                given("--required-workflow", required, List.of()),
                failureWindow,
                baseline,
                answers);
    }

    /** A list of nothing but commas asks for nothing, and not for what is usual. */
    private <T> List<T> given(String option, List<T> values, List<T> usual) {
        if (values != null && values.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), option + " names nothing: give at least one name, or leave it out");
        }
        return values == null ? usual : values;
    }
}

package dev.streamgauge.standalone.commands;

import dev.streamgauge.processors.explain.Subject;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is to be explained. */
final class SubjectOptions {

    @Parameters(
            index = "0",
            paramLabel = "SUBJECT",
            description =
                    "A change, host/owner/name#142 or host/owner/name@sha (7 digits of any of its commits suffice); with one of the next three options, a repository.")
    private String subject;

    @Option(
            names = "--deploy",
            paramLabel = "ID[/ATTEMPT]",
            description = "Explain this deploy of the repository, in each lane.")
    private String deploy;

    @Option(names = "--incident", paramLabel = "ID", description = "Explain this incident of the repository.")
    private String incident;

    @Option(
            names = "--red-episode",
            paramLabel = "RUN[/ATTEMPT]",
            description = "Explain the red episode that this run opened.")
    private String redEpisode;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    Subject subject() {
        if (Stream.of(deploy, incident, redEpisode).filter(Objects::nonNull).count() > 1) {
            throw wrong("Give one of --deploy, --incident and --red-episode");
        }
        if (deploy != null) {
            return new Subject.Deployment(repository(), deploy);
        }
        if (incident != null) {
            return new Subject.Trouble(repository(), incident);
        }
        return redEpisode != null ? new Subject.RedEpisode(repository(), redEpisode) : change();
    }

    private Subject change() {
        try {
            return Subject.change(subject);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private String repository() {
        if (subject.contains("#") || !subject.contains("/")) {
            throw wrong("'%s' is no repository: write host/owner/name".formatted(subject));
        }
        return subject.toLowerCase(Locale.ROOT);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}

package dev.streamgauge.standalone.commands;

import dev.streamgauge.processors.alerts.Episode;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.watch.Rehearsal;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.standalone.alerts.RehearsedEvents;
import dev.streamgauge.standalone.alerts.RulesText;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.TableWriter;
import dev.streamgauge.standalone.report.Durations;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries rules on the past. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Play events at the times at which they were received, and print which alerts would have fired, when, and for how long.")
final class RulesTestCommand implements Callable<Integer> {

    @Mixin
    private RulesParameter rules;

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description =
                    "Files of events, or directories of *.ndjson, *.jsonl and *.json, each also as .gz; - for standard input.")
    private List<String> events;

    @Mixin
    private DefinitionOptions choices;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RulesText text = rules.read();
        RehearsedEvents played = RehearsedEvents.read(events, System.in);
        WatchSettings settings = WatchSettings.DEFAULT;
        Rehearsal rehearsal = new Rehearsal(text.rules(), choices.definitions(), settings);
        played.play(rehearsal, settings.interval().toMillis());
        print(rehearsal.episodes());
        tell(rehearsal.episodes().size(), played);
        return played.refused().isEmpty() ? ExitCode.OK : ExitCode.DEAD_LETTERED;
    }

    private void print(List<Episode> episodes) {
        TableWriter table = new TableWriter("fired (UTC)", "for", "severity", "rule", "of", "summary");
        episodes.forEach(episode -> table.row(
                time(episode.firedAt()),
                episode.endedAt() == null ? "still fires" : Durations.words(episode.endedAt() - episode.firedAt()),
                episode.suppressedBy() == null ? episode.severity().label() : "none: " + episode.suppressedBy(),
                episode.rule(),
                of(episode.subject()),
                episode.summary()));
        if (!table.isEmpty()) {
            spec.commandLine().getOut().print(table);
        }
        spec.commandLine().getOut().flush();
    }

    private void tell(int fired, RehearsedEvents played) {
        PrintWriter err = spec.commandLine().getErr();
        played.refused().forEach(err::println);
        err.println(
                played.count() == 0
                        ? "There are no events"
                        : "%,d fired, in %,d events from %s to %s"
                                .formatted(fired, played.count(), time(played.first()), time(played.last())));
        err.flush();
    }

    private static String of(Subject subject) {
        return subject.whose().name() + " " + String.join(" ", subject.parts());
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

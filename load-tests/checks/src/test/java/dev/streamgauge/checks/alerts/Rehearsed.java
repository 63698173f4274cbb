package dev.streamgauge.checks.alerts;

import dev.streamgauge.oracle.AlertOracle;
import dev.streamgauge.oracle.Fired;
import dev.streamgauge.oracle.Fired.Phase;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.queues.Expiry;
import dev.streamgauge.processors.rules.About;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.watch.Rehearsal;
import dev.streamgauge.processors.watch.WatchSettings;
import java.util.List;
import java.util.SortedSet;

/** What fires in a rehearsal, on tables in memory. */
public final class Rehearsed implements Watchers {

    @Override
    public SortedSet<Fired> fired(AlertOracle.Clock clock, String rules, List<Arrival> arrivals) {
        Versions versions = new Versions();
        Rehearsal rehearsal =
                new Rehearsal(RuleSet.read(rules), ExactRules.DEFINITIONS, settings(clock), row -> note(versions, row));
        rehearsal.until(clock.first().minus(clock.interval()).toEpochMilli());
        arrivals.forEach(arrival -> rehearsal.take(arrival.event(), arrival.at()));
        rehearsal.until(clock.last().toEpochMilli());
        return versions.all();
    }

    private static void note(Versions versions, AlertRow row) {
        if (row.firedAt() != null) {
            versions.take(fired(row));
        }
    }

    static WatchSettings settings(AlertOracle.Clock clock) {
        return new WatchSettings(
                clock.interval(), WatchSettings.DEFAULT.refresh(), clock.history(), clock.settle(), Expiry.DEFAULT);
    }

    private static Fired fired(AlertRow row) {
        List<String> parts = row.subject().parts();
        String about = row.subject().about() == About.QUEUE ? parts.get(0) : String.join("/", parts);
        return new Fired(
                row.rule(),
                row.subject().whose().name(),
                about,
                row.state().startsAt(),
                row.firedAt(),
                row.endedAt(),
                List.of(new Phase(row.updatedAt(), row.told().severity().label(), row.suppressedBy())));
    }
}

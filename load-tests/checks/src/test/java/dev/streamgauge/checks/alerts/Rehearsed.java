package dev.streamgauge.checks.alerts;

import dev.streamgauge.oracle.AlertOracle;
import dev.streamgauge.oracle.AlertOracle.Fired;
import dev.streamgauge.processors.alerts.Episode;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.queues.Expiry;
import dev.streamgauge.processors.rules.About;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.watch.Rehearsal;
import dev.streamgauge.processors.watch.WatchSettings;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What fires in a rehearsal, on tables in memory. */
public final class Rehearsed implements Watchers {

    @Override
    public SortedSet<Fired> fired(AlertOracle.Clock clock, String rules, List<Arrival> arrivals) {
        Rehearsal rehearsal = new Rehearsal(RuleSet.read(rules), Definitions.DEFAULT, settings(clock));
        rehearsal.until(clock.first().minus(clock.interval()).toEpochMilli());
        arrivals.forEach(arrival -> rehearsal.take(arrival.event(), arrival.at()));
        rehearsal.until(clock.last().toEpochMilli());
        SortedSet<Fired> fired = new TreeSet<>();
        rehearsal.episodes().forEach(episode -> fired.add(fired(episode)));
        return fired;
    }

    static WatchSettings settings(AlertOracle.Clock clock) {
        return new WatchSettings(
                clock.interval(), WatchSettings.DEFAULT.refresh(), clock.history(), clock.settle(), Expiry.DEFAULT);
    }

    private static Fired fired(Episode episode) {
        List<String> parts = episode.subject().parts();
        String about = episode.subject().about() == About.QUEUE ? parts.get(0) : String.join("/", parts);
        return new Fired(
                episode.rule(),
                episode.subject().whose().name(),
                about,
                episode.startsAt(),
                episode.firedAt(),
                episode.endedAt());
    }
}

package dev.streamgauge.processors.watch;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.alerts.Episode;
import dev.streamgauge.processors.alerts.Episodes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.queues.Queues;
import dev.streamgauge.processors.queues.Told;
import dev.streamgauge.processors.rules.Kind;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.table.TreeTables;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Plays events to those who watch, on a simulated wall clock: which alerts would have fired, when, and for how long. Everything is kept in memory.
 * Of windows only those of where time went are summed, for bottleneck_moved, and only if there is such a rule.
 */
public final class Rehearsal {

    private final WatchSettings settings;
    private final Episodes episodes = new Episodes();
    private final Consumer<AlertRow> listener;
    private final Assembly assembly;
    private final Watch watch;
    private final GroupWatch groups;
    private long now = Long.MIN_VALUE;
    private long looked;

    public Rehearsal(RuleSet rules, Definitions definitions, WatchSettings settings) {
        this(rules, definitions, settings, row -> {});
    }

    /**
     * The same for somebody who listens.
     *
     * @param listener hears each version of each alert, but the watchdog, in their order; of those of one instant the last holds
     */
    public Rehearsal(RuleSet rules, Definitions definitions, WatchSettings settings, Consumer<AlertRow> listener) {
        this.settings = settings;
        this.listener = listener;
        ToldTables kept = new ToldTables(new TreeTables(), (before, after) -> note(after));
        ToldTables groupsKept = new ToldTables(new TreeTables(), (before, after) -> note(after));
        this.groups = new GroupWatch(groupsKept, settings, () -> rules);
        this.watch = new Watch(0, kept, settings, new Watch.Surroundings(() -> rules, groups::apply));
        Flows flows = new Flows(new ToldTables(new TreeTables(), watch::revised), definitions);
        boolean moving = rules.rules().stream().anyMatch(rule -> rule.kind() == Kind.BOTTLENECK_MOVED);
        ToldTables facts = new ToldTables(new TreeTables(), (before, after) -> {
            watch.revised(before, after);
            if (moving) {
                flows.revised(before, after);
            }
        });
        watch.load(facts);
        groups.load();
        Queues.Terms terms = new Queues.Terms(settings.expiry(), () -> now);
        this.assembly =
                new Assembly(facts, definitions, () -> Long.MIN_VALUE, models -> new Queues(facts, models, terms));
    }

    private void note(Object after) {
        if (after instanceof AlertRow row && !row.rule().equals(RuleSet.WATCHDOG)) {
            episodes.take(row);
            listener.accept(row);
        }
    }

    /**
     * An event arrives.
     *
     * @param arrival epoch milliseconds, not before that of any other yet: when it was received
     */
    public void take(SpecificRecord event, long arrival) {
        until(arrival);
        if (event instanceof RepositoryOwned owned) {
            watch.owned(owned);
            return;
        }
        boolean news = assembly.apply(event);
        if (news && settings.isHistory(Told.of(event), arrival)) {
            watch.history(
                    (String) event.get(event.getSchema().getField("repository").pos()), arrival);
        }
    }

    /** Time passes, and nothing happens but that somebody looks, again and again. */
    public void until(long time) {
        if (now == Long.MIN_VALUE) {
            looked = time;
        }
        long interval = settings.interval().toMillis();
        while (looked + interval <= time) {
            looked += interval;
            now = looked;
            watch.look(now, false);
            groups.look(now, false);
        }
        now = time;
    }

    /** What has fired until now, in the order in which it began to. */
    public List<Episode> episodes() {
        return episodes.all();
    }
}

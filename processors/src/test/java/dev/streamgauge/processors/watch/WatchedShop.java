package dev.streamgauge.processors.watch;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.queues.Queues;
import dev.streamgauge.processors.rollups.Catalogue;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The models, and those who watch them, on a clock that a story turns. Alerts are told in short: state, rule, whose. */
final class WatchedShop {

    private final TreeTables tables = new TreeTables();
    private final TreeTables groupTables = new TreeTables();
    private final List<String> told = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private final WatchSettings settings;
    private RuleSet rules;
    private Assembly assembly;
    private Watch watch;
    private GroupWatch groups;
    private boolean behind;
    private long now;

    private WatchedShop(String start, String yaml, WatchSettings settings) {
        this.settings = settings;
        this.now = Moments.millis(start);
        this.rules = RuleSet.read(yaml);
        restarted();
    }

    /** Nothing has happened yet. */
    static WatchedShop under(String start, String rules) {
        return new WatchedShop(start, rules, WatchSettings.DEFAULT);
    }

    /** The same, where what is over is forgotten. */
    static WatchedShop under(String start, String rules, Memory memory) {
        WatchSettings usual = WatchSettings.DEFAULT;
        return new WatchedShop(
                start,
                rules,
                new WatchSettings(
                        usual.interval(), usual.refresh(), usual.history(), usual.settle(), usual.expiry(), memory));
    }

    /** The process ends, and another one takes up its tables. */
    WatchedShop restarted() {
        ToldTables rows = new ToldTables(tables, this::note);
        this.watch = new Watch(0, rows, settings, new Watch.Surroundings(() -> rules, part -> groups.apply(part)));
        this.groups = new GroupWatch(new ToldTables(groupTables, this::note), settings, () -> rules);
        watch.load(rows);
        groups.load();
        this.assembly = new Assembly(
                new ToldTables(tables, watch::revised),
                Definitions.DEFAULT,
                () -> Long.MIN_VALUE,
                facts -> new Queues(
                        new ToldTables(tables, watch::revised), facts, new Queues.Terms(settings.expiry(), () -> now)));
        return this;
    }

    private void note(Object before, Object after) {
        if (after instanceof AlertRow row && !row.rule().equals(RuleSet.WATCHDOG)) {
            AlertRow known = (AlertRow) before;
            if (known == null || row.updatedAt() != known.updatedAt()) {
                told.add(row.state().label() + " " + row.rule() + " "
                        + row.subject().whose().name().replace(Story.SHOP, "shop")
                        + (row.suppressedBy() == null ? "" : " suppressed by " + row.suppressedBy()));
            }
        }
        Object any = after == null ? before : after;
        if (any instanceof QueueRow row
                && row.place().label().equals("*")
                && row.place().name().equals(Story.SHOP)) {
            published.add(row.place().queue() + " "
                    + (after == null ? "gone" : "%d +%d -%d".formatted(row.depth(), row.arrivals(), row.departures())));
        }
    }

    WatchedShop heard(Telling... events) {
        for (Telling each : events) {
            assembly.apply(each.event());
        }
        return this;
    }

    WatchedShop heardHistory() {
        watch.history(Story.SHOP, now);
        return this;
    }

    WatchedShop owned(String team) {
        RepositoryOwned owned = new RepositoryOwned(
                "o", "catalogue", Story.SHOP, Instant.ofEpochMilli(now), Instant.ofEpochMilli(now), team, "acme");
        watch.owned(owned);
        new Catalogue(tables).apply(owned);
        return this;
    }

    WatchedShop rules(String yaml) {
        rules = RuleSet.read(yaml);
        return this;
    }

    WatchedShop behind(boolean isBehind) {
        behind = isBehind;
        return this;
    }

    /** Time passes, and nobody looks. */
    WatchedShop unwatchedUntil(String time) {
        now = Moments.millis(time);
        return this;
    }

    /** Time passes, and nothing else happens but a look every ten seconds. */
    WatchedShop until(String time) {
        long end = Moments.millis(time);
        while (now < end) {
            now = Math.min(end, now + Duration.ofSeconds(10).toMillis());
            watch.look(now, behind);
            groups.look(now, behind);
        }
        return this;
    }

    /** What was told of alerts since this was last asked. */
    List<String> alerts() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    /** What was published of queues, all labels together, since this was last asked: depth, arrivals, departures. */
    List<String> queues(String queue) {
        List<String> all = published.stream()
                .filter(row -> row.startsWith(queue + " "))
                .map(row -> row.substring(queue.length() + 1))
                .toList();
        published.clear();
        return all;
    }
}

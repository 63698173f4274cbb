package dev.streamgauge.processors.watch;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.alerts.Watchdog;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rules.Kind;
import dev.streamgauge.processors.rules.Level;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.watch.QueuePart.Sums;
import dev.streamgauge.processors.watch.QueueRow.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Watches the repositories of a partition. It keeps all that it looks at in memory; tables hold what a restart must not lose. */
public final class Watch {

    public static final TableSpec<QueueRow> QUEUES = new TableSpec<>(
            "watch", "queues", QueueRow.class, "the queues that are not empty, or were not within the last two hours");
    public static final TableSpec<AlertRow> ALERTS = new TableSpec<>(
            "watch", "alerts", AlertRow.class, "the alerts that are open, or were within the last seven days");
    static final TableSpec<History> HISTORIES = new TableSpec<>(
            "watch", "histories", History.class, "the repositories of which history was heard within the last minutes");

    private final int partition;
    private final WatchSettings settings;
    private final Desk desk;
    private final QueueBoard board;
    private final Gauges gauges;
    private final Owners owners = new Owners();
    private final Map<String, Ward> wards = new HashMap<>();
    private final Map<Place, Sums> sent = new HashMap<>();
    /** What groups must be told of anew: an earlier process may have told them otherwise, or history has been heard meanwhile. */
    private final Set<Place> owed = new HashSet<>();

    private final Table<AlertRow> alerts;
    private final Table<History> histories;
    private final Consumer<QueuePart> parts;
    private final Pauses pauses;
    private AlertRow watchdog;

    /**
     * What others do for it.
     *
     * @param rules those in force
     * @param parts takes what belongs to teams and organisations
     */
    public record Surroundings(Supplier<RuleSet> rules, Consumer<QueuePart> parts) {}

    /** Looks at nothing yet: {@link #load} first. */
    public Watch(int partition, Tables tables, WatchSettings settings, Surroundings surroundings) {
        this.partition = partition;
        this.settings = settings;
        this.alerts = tables.table(ALERTS);
        this.histories = tables.table(HISTORIES);
        this.pauses = new Pauses(settings.interval());
        this.desk = new Desk(alerts, surroundings.rules());
        this.board = new QueueBoard(tables.table(QUEUES), settings.refresh().toMillis());
        this.gauges = new Gauges(tables, this::ward, settings);
        this.parts = surroundings.parts();
    }

    /** What is forgotten in the end; the horizon is the wall clock's now. */
    public List<Expiring<?>> expiring() {
        return List.of(
                new Expiring<>(HISTORIES, (history, now) -> history.until() <= now),
                Expiring.withOthers(QUEUES),
                Expiring.withOthers(ALERTS),
                gauges.expiring(() -> desk.rules()));
    }

    /** Takes up what was known before this process began. */
    public void load(Tables tables) {
        owners.load(tables);
        gauges.load(tables);
        board.load();
        owed.addAll(board.places());
        owed.forEach(place -> queue(place));
        alerts.each(this::know);
        histories.each(history -> ward(history.repository()).hold(history.until()));
    }

    private void know(AlertRow row) {
        if (row.kind() == Kind.WATCHDOG) {
            watchdog = row;
            pauses.watchedAt(row.updatedAt()); // To the minute: that is how often it is written.
        } else {
            ward(row.subject().whose().name()).post(Spot.of(row.subject())).know(row);
        }
    }

    private QueueGauge queue(Place place) {
        return gauges.queue(ward(place.name()), Spot.queue(place.queue(), place.label()));
    }

    /** Learns from a revised fact; either may be null. What does not matter here is ignored. */
    public void revised(Object before, Object after) {
        gauges.revised(before, after);
    }

    /** Learns that an event was history. */
    public void history(String repository, long now) {
        long until = now + settings.settle().toMillis();
        ward(repository).hold(until);
        histories.put(Key.of(repository), new History(repository, until));
    }

    /** A repository that moves takes its queues along. */
    public void owned(RepositoryOwned event) {
        String repository = event.getRepository();
        List<Group> before = owners.groups(repository);
        owners.apply(event);
        List<Group> after = owners.groups(repository);
        Ward ward = wards.get(repository);
        if (ward == null || before.equals(after)) {
            return;
        }
        ward.belongsTo(owners.whose(repository));
        ward.queues((spot, depth) -> {
            Sums sums = sent.get(place(ward, spot));
            before.stream().filter(group -> !after.contains(group)).forEach(group -> send(group, ward, spot, null));
            after.forEach(group -> send(group, ward, spot, sums));
        });
    }

    /**
     * Looks at everything, and evaluates the rules.
     *
     * @param now the wall clock, epoch milliseconds
     * @param behind whether there are events that this instance has not read yet: then nothing is evaluated
     */
    public void look(long now, boolean behind) {
        if (!desk.refresh() || behind) {
            return;
        }
        if (pauses.endedAt(now)) {
            wards.values().forEach(Ward::interrupt);
        }
        gauges.forget(desk.rules(), now);
        for (Ward ward : wards.values()) {
            ward.queues((spot, depth) -> look(ward, spot, (QueueGauge) depth, now));
            ward.evaluate(desk, now);
        }
        wards.values().removeIf(ward -> ward.tidy(spot -> board.has(place(ward, spot))));
        AlertRow next = Watchdog.of(partition, watchdog, desk.rulesVersion(), now);
        if (!next.equals(watchdog)) {
            watchdog = next;
            desk.write(next);
        }
    }

    private void look(Ward ward, Spot spot, QueueGauge queue, long now) {
        Depths before = queue.last();
        Depths depths = queue.at(now);
        Place place = place(ward, spot);
        board.look(place, depths, now);
        if (ward.isHeld(now)) {
            owed.add(place);
            return;
        }
        if (before.equals(depths) && sent.containsKey(place) && !owed.contains(place)) {
            return;
        }
        Sums sums = Sums.of(queue, now);
        Sums full = sums.empty() ? null : sums;
        Sums known = full == null ? sent.remove(place) : sent.put(place, full);
        if (owed.remove(place) || !Objects.equals(full, known)) {
            owners.groups(ward.whose().name()).forEach(group -> send(group, ward, spot, full));
        }
    }

    private void send(Group group, Ward ward, Spot spot, Sums sums) {
        String organisation =
                group.scope() == Scope.TEAM ? owners.named(ward.whose().name(), Scope.ORGANISATION) : null;
        parts.accept(new QueuePart(group, organisation, place(ward, spot), sums));
    }

    private Ward ward(String repository) {
        return wards.computeIfAbsent(repository, name -> new Ward(owners.whose(name)));
    }

    private static Place place(Ward ward, Spot spot) {
        return new Place(
                Level.REPOSITORY.label(),
                ward.whose().name(),
                spot.parts().get(0),
                spot.parts().get(1));
    }
}

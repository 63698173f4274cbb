package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.rules.Whose;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.watch.QueueRow.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Watches the queues of teams and organisations. */
public final class GroupWatch {

    private static final String STORE = "watch-roll-ups";

    public static final TableSpec<QueuePart> PARTS = new TableSpec<>(
            STORE,
            "queue-parts",
            QueuePart.class,
            "the queues of repositories that are not empty, once per team and once per organisation");
    public static final TableSpec<QueueRow> QUEUES = new TableSpec<>(
            STORE, "queues", QueueRow.class, "the queues that are not empty, or were not within the last two hours");
    public static final TableSpec<AlertRow> ALERTS = new TableSpec<>(
            STORE, "alerts", AlertRow.class, "the alerts that are open, or were within the last seven days");

    private final Table<QueuePart> parts;
    private final Table<AlertRow> alerts;
    private final Desk desk;
    private final QueueBoard board;
    private final Map<Group, Ward> wards = new HashMap<>();
    private final Pauses pauses;

    /**
     * Looks at nothing yet: {@link #load} first.
     *
     * @param rules those in force
     */
    public GroupWatch(Tables tables, WatchSettings settings, Supplier<RuleSet> rules) {
        this.parts = tables.table(PARTS);
        this.alerts = tables.table(ALERTS);
        this.pauses = new Pauses(settings.interval());
        this.desk = new Desk(alerts, rules);
        this.board = new QueueBoard(tables.table(QUEUES), settings.refresh().toMillis());
    }

    /** What is forgotten in the end; the horizon is the wall clock's now. */
    public List<Expiring<?>> expiring() {
        return List.of(Expiring.withOthers(QUEUES), Expiring.withOthers(ALERTS));
    }

    /** Takes up what was known before this process began. */
    public void load() {
        pauses.watchedAt(Long.MIN_VALUE); // Nobody has noted when it was.
        parts.each(this::put);
        board.load();
        board.places().forEach(place -> queue(group(place.scope(), place.name()), null, place));
        alerts.each(row -> {
            Whose whose = row.subject().whose();
            Group group = group(whose.level().label(), whose.name());
            ward(group, whose.organisation()).post(Spot.of(row.subject())).know(row);
        });
    }

    /** Takes the part as it was known off its queue, and adds it as it is now. */
    public void apply(QueuePart part) {
        QueuePart known = parts.get(part.key());
        if (!part.equals(known)) {
            parts.put(part.key(), part.sums() == null ? null : part);
            put(part);
        }
    }

    private void put(QueuePart part) {
        queue(part.group(), part.organisation(), part.from()).put(part.from().name(), part.sums());
    }

    /**
     * Looks at everything, and evaluates the rules.
     *
     * @param now the wall clock, epoch milliseconds
     * @param behind whether there are parts that this instance has not read yet: then nothing is evaluated
     */
    public void look(long now, boolean behind) {
        if (!desk.refresh() || behind) {
            return;
        }
        if (pauses.endedAt(now)) {
            wards.values().forEach(Ward::interrupt);
        }
        wards.forEach((group, ward) -> {
            ward.queues((spot, depth) -> board.look(place(group, spot), depth.at(now), now));
            ward.evaluate(desk, now);
        });
        wards.entrySet().removeIf(each -> each.getValue().tidy(spot -> board.has(place(each.getKey(), spot))));
    }

    private GroupQueue queue(Group group, String organisation, Place place) {
        Spot spot = Spot.queue(place.queue(), place.label());
        return ward(group, organisation).gauge(spot, GroupQueue.class, GroupQueue::new);
    }

    private Ward ward(Group group, String organisation) {
        Whose whose =
                group.scope() == Scope.TEAM ? Whose.team(group.name(), organisation) : Whose.organisation(group.name());
        Ward ward = wards.computeIfAbsent(group, each -> new Ward(whose));
        if (organisation != null) {
            ward.belongsTo(whose);
        }
        return ward;
    }

    private static Group group(String scope, String name) {
        return new Group(scope.equals(Scope.TEAM.label()) ? Scope.TEAM : Scope.ORGANISATION, name);
    }

    private static Place place(Group group, Spot spot) {
        return new Place(
                group.scope().label(),
                group.name(),
                spot.parts().get(0),
                spot.parts().get(1));
    }
}

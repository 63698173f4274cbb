package dev.streamgauge.processors.watch;

import static dev.streamgauge.processors.queues.QueueName.ALL;

import dev.streamgauge.processors.aggregates.Window;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.completeness.Completeness;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.queues.Item;
import dev.streamgauge.processors.queues.Queues;
import dev.streamgauge.processors.queues.Stay;
import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what is measured off the facts. */
final class Gauges {

    static final TableSpec<Red> REDS = new TableSpec<>("watch", "reds", Red.class, "the open red episodes");
    static final TableSpec<Outcome> OUTCOMES = new TableSpec<>(
            "watch",
            "outcomes",
            Outcome.class,
            "the builds on main that finished within the longest window of a rule, at least a day");
    static final TableSpec<Shift> SHIFTS =
            new TableSpec<>("watch", "shifts", Shift.class, "one row per lane of production: its last week");

    private final Function<String, Ward> wards;
    private final WatchSettings settings;
    private final Table<Red> reds;
    private final Table<Outcome> outcomes;
    private final Table<Shift> shifts;
    private final Set<WorkflowGauge> workflows = new HashSet<>();
    private long forgottenUpTo = Long.MIN_VALUE;

    Gauges(Tables tables, Function<String, Ward> wards, WatchSettings settings) {
        this.wards = wards;
        this.settings = settings;
        this.reds = tables.table(REDS);
        this.outcomes = tables.table(OUTCOMES);
        this.shifts = tables.table(SHIFTS);
    }

    /** Of builds, those are forgotten that no rule looks back to. */
    Expiring<Outcome> expiring(Supplier<RuleSet> rules) {
        return new Expiring<>(
                OUTCOMES, (outcome, now) -> rules.get() != null && outcome.at() <= now - longestMs(rules.get()));
    }

    void load(Tables tables) {
        tables.table(Queues.ITEMS).each(item -> revised(null, item));
        tables.table(Ledger.COMPLETENESS).each(source -> revised(null, source));
        tables.table(Deliveries.LANE_STATES).each(lane -> revised(null, lane));
        reds.each(red -> workflow(red.repository(), red.workflow()).red(red.told()));
        outcomes.each(outcome ->
                workflow(outcome.repository(), outcome.workflow()).outcomes().add(outcome.at(), outcome.success()));
        shifts.each(shift ->
                lane(shift.repository(), shift.service(), shift.environment()).shift(shift));
    }

    void revised(Object before, Object after) {
        Object any = after == null ? before : after;
        if (any instanceof Item) {
            items((Item) before, (Item) after);
        } else if (any instanceof Build) {
            builds(Outcome.of((Build) before), Outcome.of((Build) after));
        } else if (any instanceof Episode) {
            episodes(Red.of((Episode) before), Red.of((Episode) after));
        } else if (any instanceof LaneState state && state.production()) {
            lane(state.repository(), state.lane().service(), state.lane().environment())
                    .lane((LaneState) after);
        } else if (after instanceof Completeness source
                && !source.source().equals(ALL)
                && source.lastReceivedAt() != null) {
            wards.apply(source.repository())
                    .gauge(Spot.source(source.source()), SourceGauge.class, () -> new SourceGauge(settings.memory()))
                    .heard(source.lastReceivedAt());
        } else if (any instanceof WindowSums) {
            flow((WindowSums) before, (WindowSums) after);
        }
    }

    /** Makes the queue if there is none yet. */
    QueueGauge queue(Ward ward, Spot spot) {
        return ward.gauge(spot, QueueGauge.class, () -> new QueueGauge(settings.expiry()));
    }

    /** Drops builds that no rule looks back to from memory; the store is swept apart. */
    void forget(RuleSet rules, long now) {
        long upTo = now - longestMs(rules);
        if (upTo - forgottenUpTo >= settings.refresh().toMillis() || forgottenUpTo == Long.MIN_VALUE) {
            forgottenUpTo = upTo;
            workflows.forEach(workflow -> workflow.outcomes().forgetUpTo(upTo));
            workflows.removeIf(WorkflowGauge::idle);
        }
    }

    private static long longestMs(RuleSet rules) {
        long longest = Duration.ofDays(1).toMillis();
        for (Rule rule : rules == null ? List.<Rule>of() : rules.rules()) {
            Rule.Sample sample = rule.sample();
            longest = Math.max(longest, Math.max(orZero(sample.windowMs()), orZero(sample.longMs())));
        }
        return longest;
    }

    private static long orZero(Long length) {
        return length == null ? 0 : length;
    }

    private void items(Item before, Item after) {
        if (before != null) {
            before.stays().forEach(stay -> stay(before, stay, QueueGauge::remove));
        }
        if (after != null) {
            after.stays().forEach(stay -> stay(after, stay, QueueGauge::put));
        }
    }

    /** In the queue of its label, if it has one, and in that of all. */
    private void stay(Item item, Stay stay, BiConsumer<QueueGauge, Waiter> what) {
        Ward ward = wards.apply(item.repository());
        String queue = stay.queue().label();
        Waiter waiter = Waiter.of(item, stay);
        what.accept(queue(ward, Spot.queue(queue, ALL)), waiter);
        if (!stay.label().isEmpty() && !stay.label().equals(ALL)) {
            what.accept(queue(ward, Spot.queue(queue, stay.label())), waiter);
        }
    }

    private void builds(Outcome before, Outcome after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            workflow(before.repository(), before.workflow()).outcomes().remove(before.at(), before.success());
            outcomes.remove(before.key());
        }
        if (after != null && after.at() > forgottenUpTo) {
            workflow(after.repository(), after.workflow()).outcomes().add(after.at(), after.success());
            outcomes.put(after.key(), after);
        }
    }

    private void episodes(Red before, Red after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            workflow(before.repository(), before.workflow()).green(before.told());
            reds.remove(before.key());
        }
        if (after != null) {
            workflow(after.repository(), after.workflow()).red(after.told());
            reds.put(after.key(), after);
        }
    }

    /** This week's row of all changes; that of an earlier week changes nothing any more. */
    private void flow(WindowSums before, WindowSums after) {
        WindowKey key = (after == null ? before : after).key();
        if (key.kind() != WindowKey.Kind.FLOW
                || key.window() != Window.WEEK
                || !key.dimensions().get(2).equals(ALL)) {
            return;
        }
        Shift shift = Shift.of(after == null ? WindowSums.empty(key) : after);
        Shift known = shifts.get(shift.key());
        if (known == null || known.week() <= shift.week()) {
            shifts.put(shift.key(), shift);
            lane(shift.repository(), shift.service(), shift.environment()).shift(shift);
        }
    }

    private WorkflowGauge workflow(String repository, String workflow) {
        WorkflowGauge gauge =
                wards.apply(repository).gauge(Spot.workflow(workflow), WorkflowGauge.class, WorkflowGauge::new);
        workflows.add(gauge);
        return gauge;
    }

    private LaneGauge lane(String repository, String service, String environment) {
        return wards.apply(repository).gauge(Spot.lane(service, environment), LaneGauge.class, LaneGauge::new);
    }
}

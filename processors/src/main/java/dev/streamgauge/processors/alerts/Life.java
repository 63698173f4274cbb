package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.alerts.AlertState.Firing;
import dev.streamgauge.processors.alerts.AlertState.Inactive;
import dev.streamgauge.processors.alerts.AlertState.Pending;
import dev.streamgauge.processors.alerts.AlertState.Resolved;
import dev.streamgauge.processors.rules.Rule.Holding;

/**
 * The transitions of an alert.
 *
 * @param now epoch milliseconds of the wall clock
 */
record Life(Holding holding, Condition condition, long now) {

    /** The state after an evaluation; the same object if it has not changed. Null: never heard of. */
    AlertState after(AlertState state) {
        if (state instanceof Firing firing) {
            return fired(firing);
        }
        if (state instanceof Pending pending) {
            return waited(pending);
        }
        return condition.holds() ? begin() : state;
    }

    private AlertState begin() {
        return holding.forMs() == 0 ? fire(now) : new Pending(now, false);
    }

    private AlertState waited(Pending pending) {
        if (!condition.holds()) {
            return new Inactive(pending.startsAt(), now);
        }
        if (pending.interrupted()) {
            return begin();
        }
        return now - pending.startsAt() >= holding.forMs() ? fire(pending.startsAt()) : pending;
    }

    private Firing fire(long startsAt) {
        return new Firing(startsAt, now, condition == Condition.SEVERE, null);
    }

    private AlertState fired(Firing firing) {
        boolean severe = firing.severe() || condition == Condition.SEVERE;
        if (condition != Condition.CLEAR) {
            return same(firing, new Firing(firing.startsAt(), firing.firedAt(), severe, null));
        }
        long clearSince = firing.clearSince() == null ? now : firing.clearSince();
        return now - clearSince >= holding.keepFiringForMs()
                ? new Resolved(firing.startsAt(), firing.firedAt(), severe, now)
                : same(firing, new Firing(firing.startsAt(), firing.firedAt(), severe, clearSince));
    }

    private static Firing same(Firing before, Firing after) {
        return before.equals(after) ? before : after;
    }
}

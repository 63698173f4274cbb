package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.alerts.AlertState.Firing;
import dev.streamgauge.processors.alerts.AlertState.Pending;
import dev.streamgauge.processors.alerts.AlertState.Resolved;
import dev.streamgauge.processors.rules.Fingerprint;
import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.Severity;
import dev.streamgauge.processors.rules.Subject;
import java.time.Duration;

/** What becomes of alerts. Pure: the same arguments give the same answer. All instants are epoch milliseconds of the wall clock. */
public final class Alerts {

    /** How long an alert that is over is kept. */
    public static final long KEPT_MS = Duration.ofDays(7).toMillis();

    private Alerts() {}

    /**
     * What a measurement makes of an alert.
     *
     * @param known the alert so far; null: there is none
     * @return the same object if nothing has changed; null: there is none still
     */
    public static AlertRow evaluate(Rule rule, Subject subject, Measurement measured, AlertRow known, long now) {
        if (!measured.known()) {
            return known;
        }
        Condition condition = Condition.of(rule, measured);
        Life life = new Life(rule.holding(), condition, now);
        if (known == null) {
            return condition.holds() ? begun(rule, subject, measured, life) : null;
        }
        AlertState before = known.state();
        AlertState after = life.after(before);
        boolean over = !(after instanceof Firing || after instanceof Pending);
        if (sameForPeople(before, after)
                && (over || severity(rule, after) == known.told().severity())) {
            return known.with(Course.of(after));
        }
        Told told = over ? known.told().ended(rule, measured) : Told.of(rule, subject, measured, severity(rule, after));
        AlertRow row = over ? known : known.of(rule.kind(), subject);
        return row.with(Course.of(after), told, now);
    }

    private static AlertRow begun(Rule rule, Subject subject, Measurement measured, Life life) {
        AlertState state = life.after(null);
        Told told = Told.of(rule, subject, measured, severity(rule, state));
        String fingerprint = Fingerprint.of(rule.name(), subject);
        return new AlertRow(fingerprint, rule.name(), rule.kind(), subject, Course.of(state), told, null, life.now());
    }

    private static boolean sameForPeople(AlertState before, AlertState after) {
        return before.startsAt() == after.startsAt() && before.label().equals(after.label());
    }

    private static Severity severity(Rule rule, AlertState state) {
        boolean severe = (state instanceof Firing firing && firing.severe())
                || (state instanceof Resolved resolved && resolved.severe());
        return severe ? rule.notice().severe() : rule.notice().severity();
    }

    /**
     * An alert at the first evaluation after a time in which nobody evaluated (catching up, history): hand this to {@link #evaluate} as what is
     * known, and a pending episode begins anew if its condition holds. Everything else stays as it is.
     *
     * @param known null stays null
     */
    public static AlertRow interrupted(AlertRow known) {
        return known != null && known.state() instanceof Pending pending
                ? known.with(Course.of(new Pending(pending.startsAt(), true)))
                : known;
    }

    /** An alert whose rule is no more, or does not look at its subject any more: it is over at once. */
    public static AlertRow withoutRule(AlertRow known, long now) {
        return known.ended(now);
    }

    /** Whether an alert has been over for so long that it is forgotten, with a tombstone. */
    public static boolean isForgotten(AlertRow row, long now) {
        return row.endedAt() != null && now - row.endedAt() >= KEPT_MS;
    }
}

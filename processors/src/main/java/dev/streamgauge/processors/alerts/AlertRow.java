package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.alerts.AlertState.Firing;
import dev.streamgauge.processors.alerts.AlertState.Inactive;
import dev.streamgauge.processors.alerts.AlertState.Pending;
import dev.streamgauge.processors.alerts.AlertState.Resolved;
import dev.streamgauge.processors.rules.Kind;
import dev.streamgauge.processors.rules.Subject;
import java.util.Objects;

/**
 * An alert.
 *
 * @param fingerprint of the rule and the subject, for ever
 * @param rule its name
 * @param suppressedBy the rule or the maintenance because of which nobody is to be told; null: none
 * @param updatedAt when state, severity or suppression last changed: epoch milliseconds
 */
public record AlertRow(
        String fingerprint,
        String rule,
        Kind kind,
        Subject subject,
        Course course,
        Told told,
        String suppressedBy,
        long updatedAt) {

    /** Where it is in its life. */
    public AlertState state() {
        return course.state();
    }

    /** Whether it fires. */
    public boolean firing() {
        return course.phase() == Course.Phase.FIRING;
    }

    /** Whether it is pending or fires. */
    public boolean open() {
        return !(state() instanceof Inactive || state() instanceof Resolved);
    }

    /** When it began to fire; null: it did not. */
    public Long firedAt() {
        return course.firedAt();
    }

    /** When it was resolved, or passed; null: it is open. */
    public Long endedAt() {
        return course.endedAt();
    }

    /** With another reason to tell nobody; null: people are to be told. The same object if that is no change. */
    public AlertRow suppressedBy(String reason, long now) {
        return Objects.equals(suppressedBy, reason)
                ? this
                : new AlertRow(fingerprint, rule, kind, subject, course, told, reason, now);
    }

    /** The same of a subject that now belongs to others. */
    public AlertRow of(Subject now) {
        return of(kind, now);
    }

    AlertRow of(Kind nowOfKind, Subject now) {
        return new AlertRow(fingerprint, rule, nowOfKind, now, course, told, suppressedBy, updatedAt);
    }

    AlertRow with(Course next) {
        return next.equals(course)
                ? this
                : new AlertRow(fingerprint, rule, kind, subject, next, told, suppressedBy, updatedAt);
    }

    AlertRow with(Course next, Told nextTold, long now) {
        return new AlertRow(fingerprint, rule, kind, subject, next, nextTold, suppressedBy, now);
    }

    /** The same, told again by the rules that are in force now. */
    AlertRow at(String rulesVersion, long now) {
        return new AlertRow(fingerprint, rule, kind, subject, course, told.by(rulesVersion), suppressedBy, now);
    }

    /** Ended at once, for a reason that is no measurement. */
    AlertRow ended(long now) {
        if (state() instanceof Firing firing) {
            return with(Course.of(new Resolved(firing.startsAt(), firing.firedAt(), firing.severe(), now)), told, now);
        }
        return state() instanceof Pending pending
                ? with(Course.of(new Inactive(pending.startsAt(), now)), told, now)
                : this;
    }
}

package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.alerts.Alerts;
import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.Subject;
import java.util.ArrayList;
import java.util.List;

/** One subject, with what measures it, the rules that look at it and the alerts that they have raised. */
final class Post {

    private final Subject subject;
    private final List<AlertRow> alerts = new ArrayList<>(0);
    private Gauge gauge;
    private List<Rule> rules = List.of();
    private String rulesVersion;

    Post(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    /** Null: it is not measured (any more). */
    Gauge gauge() {
        return gauge;
    }

    void measuredBy(Gauge newGauge) {
        gauge = newGauge;
    }

    List<AlertRow> alerts() {
        return alerts;
    }

    /** An alert as it is known. Whose its subject is may have changed since. */
    void know(AlertRow row) {
        alerts.removeIf(known -> known.fingerprint().equals(row.fingerprint()));
        alerts.add(row.of(subject));
    }

    boolean idle() {
        return alerts.isEmpty() && (gauge == null || gauge.idle());
    }

    /** A pending episode begins anew after this. */
    void interrupt() {
        alerts.replaceAll(Alerts::interrupted);
    }

    void evaluate(Desk desk, long now) {
        if (!desk.rulesVersion().equals(rulesVersion)) {
            rules = desk.rulesOf(subject);
            rulesVersion = desk.rulesVersion();
        }
        for (Rule rule : rules) {
            AlertRow known = known(rule.name());
            AlertRow row = Alerts.evaluate(rule, subject, measure(rule, now), known, now);
            replace(known, row, desk);
        }
        if (!alerts.isEmpty()) {
            List.copyOf(alerts).forEach(row -> withoutRule(row, desk, now));
        }
    }

    private Measurement measure(Rule rule, long now) {
        return gauge == null ? Measurement.ofNothing() : gauge.measure(rule, now);
    }

    private void withoutRule(AlertRow row, Desk desk, long now) {
        if (row.open() && rules.stream().noneMatch(rule -> rule.name().equals(row.rule()))) {
            replace(row, Alerts.withoutRule(row, now), desk);
        }
    }

    private AlertRow known(String rule) {
        for (AlertRow row : alerts) {
            if (row.rule().equals(rule)) {
                return row;
            }
        }
        return null;
    }

    /** Keeps an alert as it is now; the same object is no news. */
    void replace(AlertRow known, AlertRow row, Desk desk) {
        if (row != null && !row.equals(known)) {
            alerts.remove(known);
            alerts.add(row);
            desk.write(row);
        }
    }

    void forget(Desk desk, long now) {
        alerts.removeIf(row -> {
            boolean over = Alerts.isForgotten(row, now);
            if (over) {
                desk.forget(row);
            }
            return over;
        });
    }
}

package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.Severity;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.rules.Summary;
import java.util.List;
import java.util.Map;

/**
 * What people are told of an alert: as it was when its state, severity or suppression last changed.
 *
 * @param runbook null: none
 * @param value in the kind's unit; null: it cannot be measured
 * @param items the oldest first, at most ten
 * @param rulesVersion by which it was decided
 */
public record Told(
        Severity severity,
        Map<String, String> labels,
        String summary,
        String runbook,
        Double value,
        double threshold,
        List<AlertItem> items,
        String rulesVersion) {

    private static final int ITEMS = 10;

    /** What is to be told from now on. */
    static Told of(Rule rule, Subject subject, Measurement measured, Severity severity) {
        return new Told(
                severity,
                rule.notice().labels(),
                Summary.of(rule, subject, measured.value()),
                rule.notice().runbook(),
                measured.value(),
                rule.limits().threshold(),
                oldest(measured),
                rule.rulesVersion());
    }

    /** What is to be told when it is over: people, and what routes by labels, know it by what was told while it fired. */
    Told ended(Rule rule, Measurement measured) {
        return new Told(
                severity,
                labels,
                summary,
                runbook,
                measured.value(),
                rule.limits().threshold(),
                oldest(measured),
                rule.rulesVersion());
    }

    /** The same, by other rules. */
    Told by(String nowRulesVersion) {
        return new Told(severity, labels, summary, runbook, value, threshold, items, nowRulesVersion);
    }

    private static List<AlertItem> oldest(Measurement measured) {
        List<AlertItem> items = measured.items();
        return List.copyOf(items.subList(0, Math.min(ITEMS, items.size())));
    }
}

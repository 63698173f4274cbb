package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.rules.Inhibition;
import dev.streamgauge.processors.rules.Maintenance;
import dev.streamgauge.processors.rules.Matcher;
import dev.streamgauge.processors.rules.RuleSet;
import java.util.Collection;

/** Says because of what nobody is told of an alert. */
public final class Suppression {

    private final RuleSet rules;

    public Suppression(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * An alert with what suppresses it now: a maintenance, or else a rule. What is over keeps what it had.
     *
     * @param others the alerts of the same repository, team or organisation; itself may be among them
     * @return the same object if nothing has changed
     */
    public AlertRow apply(AlertRow row, Collection<AlertRow> others, long now) {
        return row.open() ? row.suppressedBy(reason(row, others, now), now) : row;
    }

    private String reason(AlertRow row, Collection<AlertRow> others, long now) {
        for (Maintenance maintenance : rules.maintenance()) {
            if (maintenance.covers(row.subject(), now)) {
                return maintenance.name();
            }
        }
        for (Inhibition inhibition : rules.inhibitions()) {
            String source = matches(inhibition.target(), row) ? source(inhibition, row, others) : null;
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    /** The first name in the alphabet, so that it does not depend on the order in which alerts are kept. */
    private static String source(Inhibition inhibition, AlertRow target, Collection<AlertRow> others) {
        return others.stream()
                .filter(other -> other.firing()
                        && matches(inhibition.source(), other)
                        && inhibition.related(other.subject(), target.subject())
                        && !mutual(inhibition, other, target))
                .map(AlertRow::rule)
                .min(String::compareTo)
                .orElse(null);
    }

    // Two that could suppress each other would both fall silent.
    private static boolean mutual(Inhibition inhibition, AlertRow source, AlertRow target) {
        return matches(inhibition.source(), target) && matches(inhibition.target(), source);
    }

    private static boolean matches(Matcher matcher, AlertRow row) {
        return matcher.matches(row.rule(), row.kind(), row.told().severity(), row.subject());
    }
}

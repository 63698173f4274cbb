package dev.streamgauge.processors.rules;

import dev.streamgauge.settings.match.NameList;

/**
 * Which alerts.
 *
 * @param rules patterns of the rules' names; empty: any
 * @param kinds by their labels; empty: any
 * @param severities by their labels; empty: any
 */
public record Matcher(NameList rules, NameList kinds, NameList severities, Scope scope) {

    /** Whether an alert of this rule, about this subject, is meant. */
    public boolean matches(String rule, Kind kind, Severity severity, Subject subject) {
        return has(rules, rule)
                && has(kinds, kind.label())
                && has(severities, severity.label())
                && scope.matches(subject);
    }

    private static boolean has(NameList names, String name) {
        return names.isEmpty() || names.has(name);
    }
}

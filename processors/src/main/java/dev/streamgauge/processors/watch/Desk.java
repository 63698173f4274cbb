package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.alerts.Suppression;
import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The rules in force, and where alerts are written down. */
final class Desk {

    private final Table<AlertRow> alerts;
    private final Supplier<RuleSet> inForce;
    private final Map<List<Rule>, List<Rule>> lists = new HashMap<>();
    private RuleSet rules;
    private Suppression suppression;

    Desk(Table<AlertRow> alerts, Supplier<RuleSet> inForce) {
        this.alerts = alerts;
        this.inForce = inForce;
    }

    /** Takes over the rules that are in force now; answers whether there are any. */
    boolean refresh() {
        RuleSet now = inForce.get();
        if (now != null && (rules == null || !rules.version().equals(now.version()))) {
            rules = now;
            suppression = new Suppression(now);
            lists.clear();
        }
        return rules != null;
    }

    String rulesVersion() {
        return rules.version();
    }

    /** Null: not known yet. */
    RuleSet rules() {
        return rules;
    }

    /** The rules that look at a subject. Many subjects have the same: one list is enough for them. */
    List<Rule> rulesOf(Subject subject) {
        return lists.computeIfAbsent(rules.of(subject), same -> same);
    }

    Suppression suppression() {
        return suppression;
    }

    void write(AlertRow row) {
        alerts.put(key(row), row);
    }

    void forget(AlertRow row) {
        alerts.remove(key(row));
    }

    private static Key key(AlertRow row) {
        return Key.of(row.fingerprint());
    }
}

package dev.streamgauge.checks.alerts;

import dev.streamgauge.oracle.Fired;
import dev.streamgauge.oracle.Fired.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts together what was told of alerts, version by version. */
final class Versions {

    private final Map<List<Object>, Fired> alerts = new LinkedHashMap<>();

    /** The next version of an alert, with one phase: what it says, and when. */
    void take(Fired version) {
        alerts.merge(
                List.of(version.rule(), version.whose(), version.about(), version.startsAt()),
                version,
                (known, next) -> next.with(then(known.phases(), next.phases().get(0))));
    }

    /** All together. */
    SortedSet<Fired> all() {
        Collection<Fired> fired = alerts.values();
        return new TreeSet<>(fired);
    }

    /** Of one instant the last version holds. */
    private static List<Phase> then(List<Phase> known, Phase next) {
        List<Phase> phases = new ArrayList<>(known);
        phases.removeIf(phase -> phase.from() == next.from());
        if (phases.isEmpty() || !same(phases.get(phases.size() - 1), next)) {
            phases.add(next);
        }
        return phases;
    }

    private static boolean same(Phase one, Phase other) {
        return one.severity().equals(other.severity()) && Objects.equals(one.suppressedBy(), other.suppressedBy());
    }
}

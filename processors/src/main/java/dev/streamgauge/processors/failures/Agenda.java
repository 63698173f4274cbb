package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.DeployRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an event leaves to be decided anew, in the order in which one decision leads to the next. */
final class Agenda {

    /** Changes that may repair something, or are delivered otherwise. */
    private final Set<String> changes = new LinkedHashSet<>();
    /** Deploys whose kind may be another. */
    private final Set<DeployRef> runs = new LinkedHashSet<>();
    /** Deploys that may remedy others than before. */
    private final Set<DeployRef> remediations = new LinkedHashSet<>();
    /** Incidents that may be put down to others than before. */
    private final Set<String> incidents = new LinkedHashSet<>();
    /** Deploys of which something else may have to be said. */
    private final Set<DeployRef> verdicts = new LinkedHashSet<>();

    void change(String id) {
        changes.add(id);
    }

    void run(DeployRef deploy) {
        runs.add(deploy);
    }

    void remediation(DeployRef deploy) {
        remediations.add(deploy);
    }

    void incident(String id) {
        incidents.add(id);
    }

    void verdict(DeployRef deploy) {
        verdicts.add(deploy);
    }

    void verdicts(Collection<DeployRef> deploys) {
        verdicts.addAll(deploys);
    }

    List<String> takeChanges() {
        return take(changes);
    }

    List<DeployRef> takeRuns() {
        return take(runs);
    }

    List<DeployRef> takeRemediations() {
        return take(remediations);
    }

    List<String> takeIncidents() {
        return take(incidents);
    }

    List<DeployRef> takeVerdicts() {
        return take(verdicts);
    }

    private static <T> List<T> take(Set<T> set) {
        List<T> taken = List.copyOf(set);
        set.clear();
        return taken;
    }
}

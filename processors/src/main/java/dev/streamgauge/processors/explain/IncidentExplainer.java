package dev.streamgauge.processors.explain;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.facts.v1.Incident;
import dev.streamgauge.processors.aggregates.Contribution;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Explains one incident: which deploys it is put down to and by which rule, and what that made them count. */
final class IncidentExplainer {

    private static final Set<String> OF_FAILURE = Set.of(
            "failed",
            "failed_explicit",
            "failed_rollback",
            "failed_revert",
            "failed_window",
            "failed_others",
            "excluded_unrecovered");

    private final World world;
    private final Deploys deploys;

    IncidentExplainer(World world, Deploys deploys) {
        this.world = world;
        this.deploys = deploys;
    }

    Explanation explain(Fact<Incident> fact) {
        Incident incident = fact.value();
        List<Fact<Deploy>> blamed = deploys.facts().stream()
                .filter(deploy -> deploy.value().getIncidents().contains(incident.getIncidentId()))
                .toList();
        Additions additions = new Additions(world.groups()).count(fact.contributions());
        blamed.forEach(deploy -> additions.count(deploy.contributions().stream()
                .map(IncidentExplainer::ofFailure)
                .toList()));
        return new Explanation(
                "incident",
                world.repository(),
                incident.getIncidentId(),
                summary(incident, blamed),
                Stream.<Fact<?>>concat(Stream.of(fact), blamed.stream()).toList(),
                timeline(incident, blamed),
                List.of(),
                blamed.stream()
                        .flatMap(deploy -> relations(incident, deploy.value()))
                        .toList(),
                additions.list());
    }

    /** What a failed deploy counts because it failed. */
    private static Contribution ofFailure(Contribution contribution) {
        Map<String, Long> sums = new TreeMap<>(contribution.sums());
        sums.keySet().retainAll(OF_FAILURE);
        return new Contribution(contribution.key(), contribution.metric(), contribution.durationMs(), sums);
    }

    private static String summary(Incident incident, List<Fact<Deploy>> blamed) {
        String deploys = String.join(
                ", ", blamed.stream().map(fact -> Deploys.name(fact.value())).toList());
        return "incident %s is %s; %s"
                .formatted(
                        incident.getIncidentId(),
                        incident.getState(),
                        incident.getEvidence() == null
                                ? "it is unattributed: no rule finds a deploy for it"
                                : "it is put down to " + deploys + " (" + incident.getEvidence() + ")");
    }

    private Stream<Relation> relations(Incident incident, Deploy deploy) {
        Relation blame =
                new Relation(Deploys.name(deploy), Words.reason(incident.getEvidence(), "it is put down to it"));
        return Stream.concat(Stream.of(blame), new Failings(deploys).of(deploy).stream());
    }

    private List<Moment> timeline(Incident incident, List<Fact<Deploy>> blamed) {
        Timeline timeline = new Timeline(List.of(incident));
        for (Heard heard : world.events()) {
            if (heard.event() instanceof IncidentChanged event
                    && event.getIncidentId().equals(incident.getIncidentId())) {
                timeline.add(heard, new Reason("incident", "a snapshot of the incident itself"));
            } else if (heard.event() instanceof DeployChanged event
                    && blamed.stream().anyMatch(deploy -> Deploys.tells(event, deploy.value()))) {
                timeline.add(heard, Words.reason(incident.getEvidence()));
            }
        }
        return timeline.list();
    }
}

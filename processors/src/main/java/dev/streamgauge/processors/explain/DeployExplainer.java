package dev.streamgauge.processors.explain;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.facts.v1.Deploy;
import java.util.ArrayList;
import java.util.List;

/** Explains one attempt to deploy: where its commit belongs, what it delivered, whether it failed and what it remedied. */
final class DeployExplainer {

    private final World world;
    private final Deploys deploys;

    DeployExplainer(World world, Deploys deploys) {
        this.world = world;
        this.deploys = deploys;
    }

    Explanation explain(Fact<Deploy> fact) {
        Deploy deploy = fact.value();
        List<Reach> delivered = new Reaches(world, deploys).by(deploy);
        return new Explanation(
                "deploy",
                world.repository(),
                deploy.getDeployId() + "/" + deploy.getAttempt(),
                summary(deploy, delivered.size()),
                List.of(fact),
                timeline(deploy),
                delivered,
                relations(deploy),
                new Additions(world.groups()).count(fact.contributions()).list());
    }

    private static String summary(Deploy deploy, int delivered) {
        String kind = deploy.getKind() == null ? "" : " (" + deploy.getKind() + ")";
        String failed = deploy.getFailed() ? ", and failed: " + String.join(", ", deploy.getFailureEvidence()) : "";
        return "%s of %s is %s%s; it delivered %d change%s%s"
                .formatted(
                        Deploys.name(deploy),
                        Words.cut(deploy.getSha()),
                        deploy.getOutcome() == null ? deploy.getState() : deploy.getOutcome(),
                        kind,
                        delivered,
                        delivered == 1 ? "" : "s",
                        failed);
    }

    private List<Relation> relations(Deploy deploy) {
        List<Relation> relations = new ArrayList<>();
        relations.add(new Relation("commit " + deploy.getSha(), Deploys.joined(deploy)));
        if (deploy.getKind() != null) {
            relations.add(new Relation(
                    deploy.getService() + "/" + deploy.getEnvironment(),
                    Words.reason(deploy.getKind(), "what it was for its lane")));
        }
        relations.addAll(new Failings(deploys).of(deploy));
        return relations;
    }

    private List<Moment> timeline(Deploy deploy) {
        Timeline timeline = new Timeline(List.of(deploy));
        for (Heard heard : world.events()) {
            if (heard.event() instanceof DeployChanged event && Deploys.tells(event, deploy)) {
                timeline.add(heard, new Reason("deploy", "a snapshot of the deploy itself"));
            } else if (heard.event() instanceof IncidentChanged event
                    && deploy.getIncidents().contains(event.getIncidentId())) {
                timeline.add(heard, new Reason("incident", "it is put down to this deploy"));
            }
        }
        return timeline.list();
    }
}

package dev.streamgauge.processors.explain;

import dev.streamgauge.facts.v1.Deploy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What went wrong with a deploy, and what it put right. */
final class Failings {

    private final Deploys deploys;

    Failings(Deploys deploys) {
        this.deploys = deploys;
    }

    List<Relation> of(Deploy deploy) {
        List<Relation> relations = new ArrayList<>();
        String name = Deploys.name(deploy);
        deploy.getFailureEvidence().forEach(rule -> relations.add(new Relation(name, Words.reason(rule, "it failed"))));
        deploy.getIncidents()
                .forEach(id -> relations.add(
                        new Relation("incident " + id, new Reason("incident", "it is put down to " + name))));
        if (deploy.getRecoveredBy() != null) {
            relations.add(new Relation(remedy(deploy), Words.reason(deploy.getRecoveredBy(), name + " recovered")));
        } else if (deploy.getFailed()) {
            relations.add(new Relation(name, new Reason("unrecovered", "nothing has remedied it yet")));
        }
        deploys.all().stream()
                .filter(other -> remedies(deploy, other))
                .forEach(other -> relations.add(new Relation(
                        Deploys.name(other), Words.reason(other.getRecoveredBy(), name + " remedied it"))));
        return relations;
    }

    private String remedy(Deploy deploy) {
        return deploys.all().stream()
                .filter(other -> remedies(other, deploy))
                .map(Deploys::name)
                .findFirst()
                .orElse("incidents " + String.join(", ", deploy.getIncidents()));
    }

    private static boolean remedies(Deploy remedy, Deploy failed) {
        return Deploys.isIn(remedy, failed.getService(), failed.getEnvironment())
                && remedy.getDeployId().equals(failed.getRemediedByDeployId())
                && Objects.equals(remedy.getAttempt(), failed.getRemediedByAttempt());
    }
}

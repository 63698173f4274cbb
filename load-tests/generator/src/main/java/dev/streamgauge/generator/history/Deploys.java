package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.List;

/** Deploys and incidents drawn at random, in lanes that have two names, of commits that may never be seen. */
final class Deploys {
    static final List<String> OUTCOMES = List.of("success", "success", "success", "success", "failure", "cancelled");

    private final Alphabet names;

    Deploys(Alphabet names) {
        this.names = names;
    }

    DeployChanged draw() {
        String sha = names.dice.chance(0.55) ? names.mainSha() : names.branchSha();
        DeployChanged deploy = of(names.repository(), sha, names.moments.any());
        if (names.dice.chance(0.2)) {
            deploy.setState(names.dice.pick(List.of("pending", "waiting", "running")));
            deploy.setOutcome(null);
            deploy.setFinishedAt(null);
        }
        return deploy;
    }

    /** A finished deploy, mostly a successful one. */
    DeployChanged of(String repository, String sha, Instant finished) {
        DeployChanged deploy = Blank.deploy(repository);
        Envelope.happened(deploy, "argo", finished.toEpochMilli());
        deploy.setDeployId("d" + names.dice.below(10));
        deploy.setAttempt(1 + names.dice.weighted(6, 2, 1));
        deploy.setService(service(repository));
        deploy.setEnvironment(names.dice.chance(0.8) ? "production" : "staging");
        deploy.setSha(sha);
        deploy.setState("finished");
        deploy.setOutcome(names.dice.pick(OUTCOMES));
        deploy.setCreatedAt(names.unless(0.3, names.moments.near(finished)));
        deploy.setStartedAt(names.unless(0.3, names.moments.near(finished)));
        deploy.setFinishedAt(names.unless(0.1, finished));
        return deploy;
    }

    /** A null service is called as the repository's last name: the same lane, told in two ways. */
    private String service(String repository) {
        String own = repository.substring(repository.lastIndexOf('/') + 1);
        return names.unless(0.5, names.dice.chance(0.6) ? own : "worker");
    }

    IncidentChanged incident() {
        IncidentChanged incident = Blank.incident(names.repository());
        Instant at = names.moments.any();
        Envelope.happened(incident, "pager", at.toEpochMilli());
        incident.setIncidentId("i" + names.dice.below(4));
        incident.setState(names.dice.chance(0.5) ? "open" : "resolved");
        incident.setService(names.unless(0.5, service(incident.getRepository())));
        incident.setEnvironment(names.unless(0.5, "production"));
        incident.setDeployId(names.unless(0.5, "d" + names.dice.below(10)));
        incident.setSha(names.unless(0.7, names.anySha()));
        incident.setOpenedAt(names.unless(0.3, names.moments.near(at)));
        incident.setResolvedAt(incident.getState().equals("resolved") ? names.unless(0.2, at) : null);
        return incident;
    }
}

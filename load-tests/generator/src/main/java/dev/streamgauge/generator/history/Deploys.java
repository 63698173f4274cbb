package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.List;

/** Deploys drawn at random, in lanes that have two names, of commits that may never be seen. */
final class Deploys {
    static final String WORKER = "worker";
    static final List<String> ENVIRONMENTS = List.of("production", "production", "production", "prod", "staging");
    static final List<String> OUTCOMES = List.of("success", "success", "success", "success", "failure", "cancelled");

    private final Alphabet names;

    Deploys(Alphabet names) {
        this.names = names;
    }

    DeployChanged draw() {
        String sha = names.dice.chance(0.55) ? names.mainSha() : names.branchSha();
        DeployChanged deploy = of(names.repository(), sha, names.moments.any());
        if (names.dice.chance(0.25)) {
            unfinish(deploy);
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
        deploy.setEnvironment(names.dice.pick(ENVIRONMENTS));
        deploy.setRepositories(names.dice.chance(0.1) ? carried(repository) : List.of());
        deploy.setSha(sha);
        deploy.setState("finished");
        deploy.setOutcome(names.dice.pick(OUTCOMES));
        times(deploy, finished);
        return deploy;
    }

    void unfinish(DeployChanged deploy) {
        deploy.setState(names.dice.pick(List.of("pending", "waiting", "running")));
        deploy.setOutcome(null);
        deploy.setFinishedAt(null);
    }

    private void times(DeployChanged deploy, Instant finished) {
        Instant before = finished.minusMillis(Moments.STEP * names.dice.below(3));
        deploy.setCreatedAt(names.unless(0.3, names.moments.near(before)));
        deploy.setApprovalRequestedAt(names.unless(0.65, names.moments.near(before)));
        deploy.setApprovedAt(names.unless(0.7, names.moments.near(before)));
        deploy.setStartedAt(names.unless(0.3, names.moments.near(before)));
        deploy.setFinishedAt(names.unless(0.1, finished));
    }

    /** A null service is called as the repository's last name: the same lane, told in two ways. */
    String service(String repository) {
        return names.unless(0.5, names.dice.chance(0.6) ? Alphabet.ownService(repository) : WORKER);
    }

    /** Some repositories, among which there mostly is this one. */
    List<String> carried(String repository) {
        return names.dice.chance(0.9)
                ? names.repositories.stream()
                        .filter(name -> name.equals(repository) || names.dice.chance(0.6))
                        .toList()
                : List.of(names.repository());
    }
}

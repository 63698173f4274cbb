package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** One lane over a while: forward, the same again, back, forward again, out of line; with incidents, reverts and hotfixes. */
final class Rollouts {
    private final Alphabet names;
    private final Dice dice;
    private final Tale tale;
    private final Deploys deploys;
    private final Incidents incidents;
    private final List<String> ran = new ArrayList<>();
    private final String service;
    private final String environment;

    Rollouts(Alphabet names) {
        this.names = names;
        this.dice = names.dice;
        this.tale = new Tale(names);
        this.deploys = new Deploys(names);
        this.incidents = new Incidents(names);
        this.service = deploys.service(tale.repository);
        this.environment = dice.pick(Deploys.ENVIRONMENTS);
    }

    List<SpecificRecordBase> tell() {
        List<String> main = names.someShas(4 + dice.below(3));
        land(main);
        int next = dice.below(2);
        for (int left = 4 + dice.below(4); left > 0; left--) {
            tale.goOn();
            boolean forward = ran.isEmpty() || (next < main.size() && dice.chance(0.5));
            deploy(forward ? main.get(next) : earlier(main));
            next += forward ? 1 + dice.below(2) : 0;
        }
        return tale.told();
    }

    private void land(List<String> main) {
        String before = null;
        for (String sha : main) {
            tale.goOn();
            Commit commit = tale.commit(sha, names.unless(0.3, names.request()));
            if (before != null && dice.chance(0.3)) {
                commit.setReverts(List.of(before));
            }
            tale.land(before, sha, List.of(commit));
            repair(commit);
            before = sha;
        }
    }

    /** The request that landed is a hotfix, or reverts another. */
    private void repair(Commit commit) {
        if (commit.getRequest() != null && dice.chance(0.5)) {
            ReviewChanged request = tale.merged(commit.getRequest(), "feature", Alphabet.MAIN);
            request.setMergeSha(commit.getSha());
            request.setHotfix(names.unless(0.4, true));
            request.setRevertsRequest(names.unless(0.5, names.request()));
        }
    }

    /** Mostly what ran before; else one of main that may have been left out. */
    private String earlier(List<String> main) {
        return switch (dice.weighted(2, 5, 2)) {
            case 0 -> ran.get(ran.size() - 1);
            case 1 -> dice.pick(ran);
            default -> dice.pick(main);
        };
    }

    private void deploy(String sha) {
        DeployChanged deploy = deploys.of(tale.repository, sha, tale.now());
        deploy.setDeployId("d" + (10 + dice.below(40)));
        deploy.setService(service);
        deploy.setEnvironment(environment);
        deploy.setOutcome(dice.chance(0.9) ? "success" : "failure");
        tale.tell(deploy);
        ran.add(sha);
        carry(deploy);
        if (dice.chance(0.35)) {
            incident(deploy);
        }
    }

    /** The same deploy in the other repositories that it carries. */
    private void carry(DeployChanged deploy) {
        if (names.repositories.size() > 1 && dice.chance(0.2)) {
            deploy.setRepositories(deploys.carried(tale.repository));
            for (String other : deploy.getRepositories()) {
                if (!other.equals(tale.repository)) {
                    DeployChanged there = Envelope.copy(deploy);
                    there.setRepository(other);
                    tale.tell(there);
                }
            }
        }
    }

    private void incident(DeployChanged deploy) {
        IncidentChanged incident = incidents.after(deploy);
        tale.tell(incident);
        if (incident.getState().equals("open") && dice.chance(0.6)) {
            IncidentChanged over = Envelope.copy(incident);
            over.setOccurredAt(names.moments.after(incident.getOccurredAt()));
            incidents.turn(over, "resolved");
            tale.tell(over);
        }
    }
}

package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** Another snapshot of the entity of an earlier event, which says something else: what a source that changed its mind sends. */
final class Revisions {
    private final Alphabet names;
    private final Commits commits;
    private final Builds builds;
    private final Requests requests;
    private final Deploys deploys;
    private final Incidents incidents;
    private final Owners owners;

    Revisions(Alphabet names) {
        this.names = names;
        this.commits = new Commits(names);
        this.builds = new Builds(names);
        this.requests = new Requests(names);
        this.deploys = new Deploys(names);
        this.incidents = new Incidents(names);
        this.owners = new Owners(names);
    }

    SpecificRecordBase of(SpecificRecordBase event) {
        SpecificRecordBase other = Envelope.copy(event);
        if (other instanceof CommitPushed push) {
            revise(push);
        } else if (other instanceof ReviewChanged review) {
            revise(review);
        } else if (other instanceof BuildChanged build) {
            revise(build);
        } else if (other instanceof DeployChanged deploy) {
            revise(deploy);
        } else if (other instanceof IncidentChanged incident) {
            revise(incident);
        } else if (other instanceof RepositoryOwned owner) {
            owners.choose(owner);
        }
        return other;
    }

    private void revise(CommitPushed push) {
        switch (names.dice.below(6)) {
            case 0 -> push.setOccurredAt(names.moments.near(push.getOccurredAt()));
            case 1 -> push.setPosition(names.unless(0.3, (long) names.dice.below(6)));
            case 2 -> push.setBefore(names.unless(0.3, names.anySha()));
            case 3 -> push.setAfter(names.mainSha());
            case 4 ->
                push.setCommits(push.getCommits().stream()
                        .map(commit -> retold(push, commit))
                        .toList());
            default -> push.setParts(3 - Math.min(2, push.getParts()));
        }
    }

    private Commit retold(CommitPushed push, Commit told) {
        Instant authored = told.getAuthoredAt() == null ? push.getOccurredAt() : told.getAuthoredAt();
        Commit commit = commits.of(push.getRepository(), told.getSha(), authored);
        commit.setBroughtBy(names.unless(0.5, told.getSha()));
        return commit;
    }

    private void revise(ReviewChanged review) {
        switch (names.dice.below(7)) {
            case 0 -> state(review, names.dice.pick(List.of("draft", "open", "closed")));
            case 1 -> review.setMergeSha(review.getState().equals("merged") ? names.mainSha() : null);
            case 2 -> review.setCommitShas(List.of(names.anySha()));
            case 3 -> review.setOpenedAt(names.moments.near(review.getOccurredAt()));
            case 4 -> requests.branches(review);
            case 5 -> requests.retell(review);
            default -> state(review, "merged");
        }
    }

    /** At the same instant as before, so that the instant does not decide. */
    private void state(ReviewChanged review, String state) {
        boolean merged = state.equals("merged");
        review.setState(state);
        review.setMergeSha(merged ? names.unless(0.2, names.mainSha()) : null);
        review.setMergedAt(merged ? review.getOccurredAt() : null);
    }

    private void revise(BuildChanged build) {
        switch (names.dice.below(9)) {
            case 0 -> finish(build, builds.outcome());
            case 7 -> builds.times(build, build.getOccurredAt());
            case 1 -> finish(build, "success");
            case 2 -> unfinish(build);
            case 3 -> build.setSha(names.mainSha());
            case 4 -> build.setWorkflow(names.dice.pick(Alphabet.WORKFLOWS));
            case 5 -> build.setHeadRepository(names.unless(0.5, build.getRepository()));
            case 6 -> build.setDefaultBranch(names.unless(0.5, Alphabet.MAIN));
            default -> build.setTrigger(names.dice.pick(Builds.TRIGGERS));
        }
    }

    private void finish(BuildChanged build, String outcome) {
        Instant at = names.moments.near(build.getOccurredAt());
        build.setOccurredAt(at);
        build.setState("finished");
        build.setOutcome(outcome);
        build.setFinishedAt(names.unless(0.2, names.moments.near(at)));
    }

    private static void unfinish(BuildChanged build) {
        build.setState("running");
        build.setOutcome(null);
        build.setFinishedAt(null);
    }

    private void revise(DeployChanged deploy) {
        switch (names.dice.below(5)) {
            case 0 -> deploy.setSha(names.anySha());
            case 1 -> deploys.unfinish(deploy);
            case 2 -> otherName(deploy);
            case 3 -> deploy.setRepositories(deploys.carried(deploy.getRepository()));
            default -> finish(deploy);
        }
    }

    private void finish(DeployChanged deploy) {
        deploy.setOccurredAt(names.moments.near(deploy.getOccurredAt()));
        deploy.setState("finished");
        deploy.setOutcome(names.dice.pick(Deploys.OUTCOMES));
        deploy.setFinishedAt(names.unless(0.2, names.moments.near(deploy.getOccurredAt())));
    }

    private static void otherName(DeployChanged deploy) {
        deploy.setService(deploy.getService() == null ? Alphabet.ownService(deploy.getRepository()) : null);
    }

    /** Opened again or resolved, at the same instant or another; or linked otherwise. */
    private void revise(IncidentChanged incident) {
        switch (names.dice.below(4)) {
            case 0 -> incidents.turn(incident, incident.getState().equals("open") ? "resolved" : "open");
            case 1 -> incident.setSha(names.namedSha());
            case 2 -> incident.setOpenedAt(names.moments.near(incident.getOccurredAt()));
            default -> {
                incident.setOccurredAt(names.moments.near(incident.getOccurredAt()));
                incidents.turn(incident, names.dice.chance(0.5) ? "resolved" : "open");
            }
        }
    }
}

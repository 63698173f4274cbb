package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.Links;
import dev.streamgauge.processors.landings.Membership;
import dev.streamgauge.processors.table.Key;

/** A commit is over when nobody has told of it for long, and no change, deploy, build or incident that is remembered leads to it. */
record CommitLife(Models models) implements Expiring.Life<CommitNode> {

    @Override
    public boolean over(Key key, CommitNode commit, long horizon) {
        if (commit.toldAt() >= horizon) {
            return false;
        }
        String repository = key.text();
        String sha = commit.sha();
        return !models.landings().isHead(repository, commit)
                && !models.deliveries().remembersDeploysOf(repository, sha)
                && !models.health().remembersBuildsOf(repository, sha)
                && !models.failures().needs(repository, sha)
                && !isOfAChange(repository, commit)
                && !isBroughtBySomething(repository, commit);
    }

    private boolean isOfAChange(String repository, CommitNode commit) {
        return models.landings().membership(repository, commit.sha()).changes().stream()
                        .anyMatch(change -> models.changes().remembers(repository, change))
                || commit.linked(Links.Kind.REQUEST).stream()
                        .anyMatch(request ->
                                models.changes().remembers(repository, Membership.requestId(repository, request)));
    }

    /** What is off main goes after what brought it there. On main, commits that claim to have brought each other would wait for ever. */
    private boolean isBroughtBySomething(String repository, CommitNode commit) {
        return !commit.onMain()
                && commit.linked(Links.Kind.BRINGER).stream()
                        .anyMatch(bringer ->
                                models.landings().commit(repository, bringer).onMain());
    }

    @Override
    public void forget(Key key, CommitNode commit) {
        String repository = key.text();
        models.landings().forget(repository, commit);
        models.ownership().forget(repository, commit.sha());
        models.deliveries().forgetCommit(repository, commit.sha());
    }
}

package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.landings.Membership;
import dev.streamgauge.processors.landings.RequestNode;
import dev.streamgauge.processors.table.Key;

/** What is known of a request's branches and commits is needed as long as its change, or one of the commits. */
record RequestLife(Models models) implements Expiring.Life<RequestNode> {

    @Override
    public boolean over(Key key, RequestNode request, long horizon) {
        String repository = key.text();
        return !models.changes().remembers(repository, Membership.requestId(repository, request.request()))
                && request.commits().stream().noneMatch(sha -> models.landings().remembers(repository, sha));
    }

    @Override
    public void forget(Key key, RequestNode request) {
        models.landings().requests().forget(key.text(), request);
    }
}

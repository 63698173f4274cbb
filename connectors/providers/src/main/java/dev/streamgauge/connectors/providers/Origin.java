package dev.streamgauge.connectors.providers;

import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.CommitText;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.RequestText;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;

/**
 * The repository that a delivery is about, and how events of it are made.
 *
 * @param repository canonical
 * @param defaultBranch null: nobody says
 * @param stamp of the delivery
 * @param rules of the door
 */
public record Origin(String repository, String defaultBranch, Stamp stamp, DoorRules rules) {

    /** The origin with the default branch that the provider tells or, if that is null, the rules. */
    public static Origin of(String repository, String defaultBranch, Stamp stamp, DoorRules rules) {
        String main = defaultBranch == null ? rules.defaultBranch(repository) : defaultBranch;
        return new Origin(repository, main, stamp, rules);
    }

    /** A push of a branch. {@code at} may be null where the provider states no time: then it is that of arrival. */
    public CommitPushed push(String branch, String after, Instant at) {
        CommitPushed push = stamp.push(repository, at);
        push.setBranch(branch);
        push.setDefaultBranch(defaultBranch);
        push.setAfter(after);
        return push;
    }

    /** The commit, with the request that it names in the provider's own words. Null: none. */
    public Commit commit(CommitText text, String request) {
        Commit commit = rules.commit(repository, text);
        commit.setRequest(request);
        return commit;
    }

    /** A request, to be filled in. {@code at} may be null where the provider states no time. */
    public ReviewChanged request(String number, String state, Instant at) {
        ReviewChanged request = stamp.review(repository, at);
        request.setDefaultBranch(defaultBranch);
        request.setRequest(number);
        request.setState(state);
        return request;
    }

    /** Sets what the rules decide about a request that is otherwise filled in. */
    public void judge(ReviewChanged request, Account author, String description) {
        RequestText text = new RequestText(
                author, request.getSourceBranch(), request.getLabels(), request.getTitle(), description);
        request.setAuthor(author.id());
        request.setActorClass(rules.actorClass(author));
        request.setAiEvidence(rules.evidence(text));
        request.setHotfix(rules.isHotfix(text));
        request.setRevertsRequest(rules.revertsRequest(text, repository));
    }

    /** A review. */
    public Review review(Account reviewer, String state, Instant at) {
        return new Review(reviewer.id(), rules.actorClass(reviewer), state, at);
    }
}

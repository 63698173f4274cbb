package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Pull requests. Each hook has the request as it now is. */
public final class PullRequests {

    private PullRequests() {}

    /**
     * The request of a pull request object of a hook or of the REST API. Reviewers' votes have no times: only the hook of a vote says when it was.
     *
     * @param at when the request was so: it does not say itself
     */
    public static ReviewChanged of(Json pr, Origin origin, Instant at) throws UnmappableException {
        ReviewChanged request = origin.request(pr.text("pullRequestId"), state(pr), at);
        request.setTitle(pr.textOrNull("title"));
        request.setOpenedAt(pr.timeOrNull("creationDate"));
        request.setSourceBranch(Git.shortBranch(pr.textOrNull("sourceRefName")));
        request.setTargetBranch(Git.shortBranch(pr.textOrNull("targetRefName")));
        request.setHeadSha(Sha.full(pr.textOrNull("lastMergeSourceCommit", "commitId")));
        String fork = pr.textOrNull("forkSource", "repository", "remoteUrl");
        request.setHeadRepository(fork == null ? null : RepositoryName.ofUrl(fork));
        request.setLabels(pr.list("labels").stream()
                .map(label -> label.textOrNull("name"))
                .filter(Objects::nonNull)
                .toList());
        request.setUrl(pr.textOrNull("_links", "web", "href"));
        end(request, pr);
        origin.judge(request, Hook.account(pr.at("createdBy")), pr.textOrNull("description"));
        return request;
    }

    /** While a request is open, its merge commit is only a trial. */
    private static void end(ReviewChanged request, Json pr) throws UnmappableException {
        if (request.getState().equals("merged")) {
            request.setMergedAt(pr.timeOrNull("closedDate"));
            request.setMergeSha(Sha.full(pr.textOrNull("lastMergeCommit", "commitId")));
        }
        if (request.getState().equals("closed")) {
            request.setClosedAt(pr.timeOrNull("closedDate"));
        }
    }

    /** The hook {@code merged} tells of each try to merge, also of those that failed: the request's own state counts. */
    private static String state(Json pr) throws UnmappableException {
        return switch (pr.text("status")) {
            case "active", "notSet" -> pr.isTrue("isDraft") ? "draft" : "open";
            case "completed" -> "merged";
            case "abandoned" -> "closed";
            default -> throw pr.at("status").bad("active, completed or abandoned");
        };
    }

    static ReviewChanged ofHook(Hook hook) throws UnmappableException {
        Json pr = hook.resource();
        Origin origin = hook.origin(pr.at("repository"));
        ReviewChanged request = of(pr, origin, hook.at());
        request.setReviews(Votes.of(hook, origin));
        return request;
    }

    /** The request of a comment. */
    static ReviewChanged ofComment(Hook hook) throws UnmappableException {
        Json pr = hook.resource().at("pullRequest");
        Json comment = hook.resource().at("comment");
        Origin origin = hook.origin(pr.at("repository"));
        ReviewChanged request = of(pr, origin, hook.at());
        boolean system = "system".equals(comment.textOrNull("commentType"));
        request.setReviews(
                system
                        ? List.of()
                        : List.of(origin.review(
                                Hook.account(comment.at("author")), "commented", comment.time("publishedDate"))));
        return request;
    }
}

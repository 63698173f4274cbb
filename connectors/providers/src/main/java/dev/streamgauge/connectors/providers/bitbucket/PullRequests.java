package dev.streamgauge.connectors.providers.bitbucket;

import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pull requests. Each webhook embeds the request as it now is, with its participants. */
public final class PullRequests {

    /** The keys of the webhooks that embed a pull request. */
    static final Set<String> KEYS = Set.of(
            "pullrequest:created",
            "pullrequest:updated",
            "pullrequest:push",
            "pullrequest:approved",
            "pullrequest:unapproved",
            "pullrequest:changes_request_created",
            "pullrequest:changes_request_removed",
            "pullrequest:fulfilled",
            "pullrequest:rejected",
            "pullrequest:comment_created",
            "pullrequest:comment_updated",
            "pullrequest:comment_resolved",
            "pullrequest:comment_reopened");

    private PullRequests() {}

    /**
     * The request of a pull request object of a webhook or of the REST API. Its hashes are short, and short ones are not passed on: commits are joined to
     * their request by what the merge's message names.
     */
    public static ReviewChanged of(Json pr, Origin origin) throws UnmappableException {
        ReviewChanged request = origin.request(pr.text("id"), state(pr), pr.time("updated_on"));
        request.setTitle(pr.textOrNull("title"));
        request.setOpenedAt(pr.timeOrNull("created_on"));
        request.setSourceBranch(pr.textOrNull("source", "branch", "name"));
        request.setTargetBranch(pr.textOrNull("destination", "branch", "name"));
        request.setHeadSha(Sha.full(pr.textOrNull("source", "commit", "hash")));
        request.setHeadRepository(fork(pr, origin));
        request.setUrl(pr.textOrNull("links", "html", "href"));
        if (request.getState().equals("merged")) {
            request.setMergeSha(Sha.full(pr.textOrNull("merge_commit", "hash")));
        }
        request.setReviews(participants(pr, origin));
        origin.judge(request, People.of(pr.at("author")), pr.textOrNull("description"));
        return request;
    }

    /** The request of a webhook. The one of the merge, or of the refusal, came with that change: then it was. */
    static ReviewChanged ofHook(String key, Json body, Origin origin) throws UnmappableException {
        ReviewChanged request = of(body.at("pullrequest"), origin);
        if (key.equals("pullrequest:fulfilled") && request.getState().equals("merged")) {
            request.setMergedAt(request.getOccurredAt());
        }
        if (key.equals("pullrequest:rejected") && request.getState().equals("closed")) {
            request.setClosedAt(request.getOccurredAt());
        }
        Review review = review(key, body, origin);
        if (review != null) {
            List<Review> reviews = new ArrayList<>(request.getReviews());
            reviews.add(review);
            request.setReviews(reviews);
        }
        return request;
    }

    private static String state(Json pr) throws UnmappableException {
        return switch (pr.text("state")) {
            case "OPEN" -> pr.isTrue("draft") ? "draft" : "open";
            case "MERGED" -> "merged";
            case "DECLINED", "SUPERSEDED" -> "closed";
            default -> throw pr.at("state").bad("OPEN, MERGED, DECLINED or SUPERSEDED");
        };
    }

    private static String fork(Json pr, Origin origin) throws UnmappableException {
        Json source = pr.at("source", "repository");
        String name = source.isMissing() ? null : BitbucketProvider.name(source);
        return origin.repository().equals(name) ? null : name;
    }

    /** What the webhook itself is about, with its own time. */
    private static Review review(String key, Json body, Origin origin) throws UnmappableException {
        return switch (key) {
            case "pullrequest:approved" -> dated(body.at("approval"), "approved", origin);
            case "pullrequest:unapproved" -> dated(body.at("approval"), "dismissed", origin);
            case "pullrequest:changes_request_created" ->
                dated(body.at("changes_request"), "changes_requested", origin);
            case "pullrequest:changes_request_removed" -> dated(body.at("changes_request"), "dismissed", origin);
            case "pullrequest:comment_created" ->
                origin.review(People.of(body.at("comment", "user")), "commented", body.time("comment", "created_on"));
            default -> null;
        };
    }

    private static Review dated(Json act, String state, Origin origin) throws UnmappableException {
        return origin.review(People.of(act.at("user")), state, act.time("date"));
    }

    /** What each participant holds of the request, as of when he last took part. */
    private static List<Review> participants(Json pr, Origin origin) throws UnmappableException {
        List<Review> reviews = new ArrayList<>();
        for (Json participant : pr.list("participants")) {
            String state = participant.isTrue("approved") ? "approved" : participant.textOrNull("state");
            boolean told = "approved".equals(state) || "changes_requested".equals(state);
            if (told && participant.has("participated_on")) {
                reviews.add(
                        origin.review(People.of(participant.at("user")), state, participant.time("participated_on")));
            }
        }
        return reviews;
    }
}

package dev.streamgauge.connectors.providers.bitbucketdc;

import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.json.Moments;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.List;

/** Pull requests. Each webhook embeds the request as it now is. */
public final class PullRequests {

    private PullRequests() {}

    /** The request of a pull request object of a webhook or of the REST API. Reviewers are listed without times: only webhooks say when. */
    public static ReviewChanged of(Json pr, Origin origin) throws UnmappableException {
        ReviewChanged request = origin.request(pr.text("id"), state(pr), null);
        request.setOccurredAt(pr.time(pr.has("updatedDate") ? "updatedDate" : "createdDate"));
        request.setTitle(pr.textOrNull("title"));
        request.setOpenedAt(pr.timeOrNull("createdDate"));
        request.setSourceBranch(pr.textOrNull("fromRef", "displayId"));
        request.setTargetBranch(pr.textOrNull("toRef", "displayId"));
        request.setHeadSha(Sha.full(pr.textOrNull("fromRef", "latestCommit")));
        request.setHeadRepository(fork(pr, origin));
        request.setUrl(pr.list("links", "self").stream()
                .findFirst()
                .map(link -> link.textOrNull("href"))
                .orElse(null));
        if (request.getState().equals("merged")) {
            request.setMergedAt(pr.timeOrNull("closedDate"));
            request.setMergeSha(Sha.full(pr.textOrNull("properties", "mergeCommit", "id")));
        }
        if (request.getState().equals("closed")) {
            request.setClosedAt(pr.timeOrNull("closedDate"));
        }
        origin.judge(request, People.of(pr.at("author", "user")), pr.textOrNull("description"));
        return request;
    }

    /** The request of a webhook, with the review that it is about; a review does not touch the request, but the webhook has a time. */
    static ReviewChanged ofHook(String key, Json body, Origin origin) throws UnmappableException {
        ReviewChanged request = of(body.at("pullRequest"), origin);
        request.setOccurredAt(Moments.latest(request.getOccurredAt(), body.timeOrNull("date")));
        String state = switch (key) {
            case "pr:reviewer:approved" -> "approved";
            case "pr:reviewer:needs_work", "pr:reviewer:changes_requested" -> "changes_requested";
            case "pr:reviewer:unapproved" -> "dismissed";
            default -> null;
        };
        if (state != null) {
            request.setReviews(List.of(review(body, state, origin)));
        }
        if (key.equals("pr:comment:added")) {
            request.setReviews(List.of(origin.review(
                    People.of(body.at("comment", "author")), "commented", body.time("comment", "createdDate"))));
        }
        return request;
    }

    private static Review review(Json body, String state, Origin origin) throws UnmappableException {
        return origin.review(People.of(body.at("participant", "user")), state, body.time("date"));
    }

    private static String state(Json pr) throws UnmappableException {
        return switch (pr.text("state")) {
            case "OPEN" -> pr.isTrue("draft") ? "draft" : "open";
            case "MERGED" -> "merged";
            case "DECLINED" -> "closed";
            default -> throw pr.at("state").bad("OPEN, MERGED or DECLINED");
        };
    }

    private static String fork(Json pr, Origin origin) {
        String source = pr.textOrNull("fromRef", "repository", "id");
        String target = pr.textOrNull("toRef", "repository", "id");
        boolean other = source != null && target != null && !source.equals(target);
        return other ? Repositories.ofFork(pr.at("fromRef", "repository"), origin.rules()) : null;
    }
}

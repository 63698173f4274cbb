package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.List;

/** Hooks that tell of a merge request. Each embeds the request as it now is, so that each is a snapshot of it, whatever its action. */
final class MergeRequestHook {

    private MergeRequestHook() {}

    static ReviewChanged request(Json body, Project project) throws UnmappableException {
        ReviewChanged request = of(body.at("object_attributes"), body, project);
        request.setReadyAt(readyAt(body));
        request.setReviews(Reviews.ofHook(body, project));
        return request;
    }

    /** The request of a comment on it; null if the comment is on something else, or GitLab's own. */
    static ReviewChanged note(Json body, Project project) throws UnmappableException {
        Json note = body.at("object_attributes");
        if (!body.has("merge_request") || note.isTrue("system")) {
            return null;
        }
        ReviewChanged request = of(body.at("merge_request"), body, project);
        Instant written = note.time("created_at");
        Review review = Reviews.review(People.of(body.at("user")), "commented", written, project);
        request.setReviews(List.of(review));
        return request;
    }

    private static ReviewChanged of(Json mr, Json body, Project project) throws UnmappableException {
        ReviewChanged request = MergeRequests.of(mr, project, People.named(mr.textOrNull("author_id"), body));
        if (request.getLabels().isEmpty() && !mr.at("labels").isList()) {
            request.setLabels(Labels.of(body));
        }
        return request;
    }

    /** Only the hook of the change itself says it: from draft to ready, at the time of the change. */
    private static Instant readyAt(Json body) throws UnmappableException {
        for (String field : List.of("draft", "work_in_progress")) {
            Json change = body.at("changes", field);
            if (change.isTrue("previous") && change.has("current") && !change.isTrue("current")) {
                return body.time("object_attributes", "updated_at");
            }
        }
        return null;
    }
}

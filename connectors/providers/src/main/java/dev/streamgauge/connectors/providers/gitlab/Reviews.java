package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.events.v1.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Approvals, and comments on merge requests. */
public final class Reviews {

    private Reviews() {}

    /** The approvals of an answer of {@code /merge_requests/:iid/approvals}: those of which it says when they were given. */
    public static List<Review> ofApprovals(Json approvals, Project project) throws UnmappableException {
        List<Review> reviews = new ArrayList<>();
        for (Json approval : approvals.list("approved_by")) {
            if (approval.has("approved_at")) {
                Account reviewer = People.of(approval.at("user"));
                reviews.add(review(reviewer, "approved", approval.time("approved_at"), project));
            }
        }
        return reviews;
    }

    /** The review of a note of {@code /merge_requests/:iid/notes}; null if GitLab wrote the note itself. */
    public static Review ofNote(Json note, Project project) throws UnmappableException {
        return note.isTrue("system")
                ? null
                : review(People.of(note.at("author")), "commented", note.time("created_at"), project);
    }

    /** The review that a merge request hook is about; none for other actions. Its time is that of the request's change. */
    static List<Review> ofHook(Json body, Project project) throws UnmappableException {
        Json attributes = body.at("object_attributes");
        String action = attributes.textOrNull("action");
        String state = switch (action == null ? "" : action) {
            case "approved", "approval" -> "approved";
            case "unapproved", "unapproval" -> "dismissed";
            default -> null;
        };
        // After a push GitLab takes approvals back by itself, in the name of the one who pushed.
        if (state == null || attributes.isTrue("system")) {
            return List.of();
        }
        return List.of(review(People.of(body.at("user")), state, attributes.time("updated_at"), project));
    }

    static Review review(Account reviewer, String state, Instant at, Project project) {
        return new Review(reviewer.id(), People.actorClass(reviewer, project.rules()), state, at);
    }
}

package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.BuildNotes;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change is a change request. By itself an event says only that it exists and what became of it; the notes add branches, commits and author. */
final class CdChanges {

    private static final Pattern NUMBER =
            Pattern.compile(".*/(?:pull|pulls|pull-requests|merge_requests|changes?)/([0-9]+)/?");
    private static final Set<String> REVIEWS = Set.of("commented", "approved", "changes_requested", "dismissed");
    private static final Set<String> ACTORS = Set.of("human", "bot", "agent");

    private final Stamp stamp;
    private final DoorRules rules;

    CdChanges(Stamp stamp, DoorRules rules) {
        this.stamp = stamp;
        this.rules = rules;
    }

    Mapped change(CdEvent event) throws UnmappableException {
        String id = event.content().textOrNull("repository", "id");
        Convention notes = CdNotes.of(event, rules, id);
        String stated = stated(event, id);
        String repository = notes.repository() == null ? stated : notes.repository();
        String state = state(event);
        if (repository == null || state == null) {
            return new Mapped.Ignored(state == null ? "other" : event.name() + ".no_repository");
        }
        ReviewChanged request = stamp.review(repository, event.time());
        request.setRequest(number(event.subjectId()));
        request.setState(state);
        request.setUrl(event.link());
        fill(request, notes);
        progress(request, event, notes);
        return Mapped.one(request);
    }

    /** The repository by the event's own reference: its source is an address, or its identifier is one. */
    private static String stated(CdEvent event, String id) {
        String source = event.content().textOrNull("repository", "source");
        String host = source == null ? null : RepositoryName.ofUrl(source + "/" + id);
        return id == null || host == null ? Convention.repository(id) : host;
    }

    private static String number(String subject) {
        Matcher matcher = NUMBER.matcher(subject);
        return matcher.matches() ? matcher.group(1) : subject;
    }

    private static String state(CdEvent event) {
        return switch (event.predicate()) {
            case "created", "updated", "reviewed" -> "open";
            case "merged" -> "merged";
            case "abandoned" -> "closed";
            default -> null;
        };
    }

    private void fill(ReviewChanged request, Convention notes) {
        String head = Sha.full(notes.text("head_sha"));
        String main = notes.text("default_branch");
        boolean merged = request.getState().equals("merged");
        request.setHeadSha(head == null && !merged ? notes.sha() : head);
        request.setSourceBranch(BuildNotes.branch(notes.text("branch")));
        request.setTargetBranch(BuildNotes.branch(notes.text("target_branch")));
        request.setDefaultBranch(main == null ? rules.defaultBranch(request.getRepository()) : main);
        request.setTitle(notes.text("title"));
        if (merged) {
            String sha = Sha.full(notes.text("merge_sha"));
            request.setMergeSha(sha == null ? notes.sha() : sha);
        }
    }

    private static void progress(ReviewChanged request, CdEvent event, Convention notes) {
        switch (event.predicate()) {
            case "created" -> request.setOpenedAt(event.time());
            case "merged" -> request.setMergedAt(event.time());
            case "abandoned" -> request.setClosedAt(event.time());
            case "reviewed" -> request.setReviews(reviews(event, notes));
            default -> {} // An update says nothing but that there was one.
        }
    }

    /** The specification names neither the reviewer nor the verdict: without notes it is a comment by nobody known. */
    private static List<Review> reviews(CdEvent event, Convention notes) {
        if (event.time() == null) {
            return List.of();
        }
        String state = notes.text("review_state");
        String actor = notes.text("actor_class");
        Review review = new Review();
        review.setState(state != null && REVIEWS.contains(state) ? state : "commented");
        review.setActorClass(actor != null && ACTORS.contains(actor) ? actor : null);
        review.setSubmittedAt(event.time());
        return List.of(review);
    }
}

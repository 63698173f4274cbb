package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.RequestText;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Pull requests and their reviews. */
public final class GitHubRequests {

    private static final Set<String> REVIEW_STATES = Set.of("approved", "changes_requested", "commented", "dismissed");
    /** It left the queue because it was merged. */
    private static final Set<String> MERGED = Set.of("merge", "already_merged");

    private final GitHubScene scene;

    public GitHubRequests(GitHubScene scene) {
        this.scene = scene;
    }

    /**
     * A pull request object: whole, as a list has it, or reduced as a review has it. Its commits, its ways through the queue and when it was marked ready are
     * not in it.
     */
    public ReviewChanged request(Json request) throws UnmappableException {
        ReviewChanged review = scene.stamp().review(scene.repository().name(), request.time("updated_at"));
        review.setRequest(request.text("number"));
        review.setTitle(request.textOrNull("title"));
        review.setSourceBranch(request.textOrNull("head", "ref"));
        review.setTargetBranch(request.textOrNull("base", "ref"));
        review.setDefaultBranch(scene.repository().defaultBranch());
        review.setHeadRepository(scene.repository().other(request.at("head", "repo")));
        review.setHeadSha(Sha.full(request.textOrNull("head", "sha")));
        review.setOpenedAt(request.timeOrNull("created_at"));
        review.setUrl(request.textOrNull("html_url"));
        setState(review, request);
        setJudgements(review, request);
        return review;
    }

    /** An open request has a {@code merge_commit_sha} too, of a merge that was only tried. */
    private static void setState(ReviewChanged review, Json request) throws UnmappableException {
        Instant mergedAt = request.timeOrNull("merged_at");
        if (mergedAt != null) {
            review.setState("merged");
            review.setMergedAt(mergedAt);
            review.setMergeSha(Sha.full(request.textOrNull("merge_commit_sha")));
        } else if (request.text("state").equals("closed")) {
            review.setState("closed");
            review.setClosedAt(request.timeOrNull("closed_at"));
        } else {
            review.setState(request.isTrue("draft") ? "draft" : "open");
        }
    }

    private void setJudgements(ReviewChanged review, Json request) {
        DoorRules rules = scene.rules();
        Account author = GitHubScene.account(request.at("user"));
        RequestText text = new RequestText(
                author,
                review.getSourceBranch(),
                GitHubScene.labels(request),
                review.getTitle(),
                request.textOrNull("body"));
        review.setLabels(text.labels());
        review.setAuthor(author.id());
        review.setActorClass(rules.actorClass(author));
        review.setAiEvidence(rules.evidence(text));
        review.setHotfix(rules.isHotfix(text));
        review.setRevertsRequest(rules.revertsRequest(text, scene.repository().name()));
    }

    /** A request with those of its reviews that were submitted. */
    public ReviewChanged reviewed(Json request, List<Json> reviews) throws UnmappableException {
        ReviewChanged reviewed = request(request);
        List<Review> submitted = new ArrayList<>();
        for (Json review : reviews) {
            String state = review.text("state").toLowerCase(Locale.ROOT);
            if (REVIEW_STATES.contains(state)) {
                Account reviewer = GitHubScene.account(review.at("user"));
                submitted.add(new Review(
                        reviewer.id(), scene.rules().actorClass(reviewer), state, review.time("submitted_at")));
            }
        }
        reviewed.setReviews(submitted);
        return reviewed;
    }

    /** The webhook {@code pull_request}: each action brings the whole request, and some say what happened when it was last updated. */
    ReviewChanged told(Json body) throws UnmappableException {
        ReviewChanged review = request(body.at("pull_request"));
        Instant now = review.getOccurredAt();
        switch (body.text("action")) {
            case "ready_for_review" -> review.setReadyAt(now);
            case "enqueued" -> review.setEnqueuedAt(now);
            case "dequeued" -> review.setDequeuedAt(isMerged(review, body) ? null : now);
            default -> {}
        }
        return review;
    }

    private static boolean isMerged(ReviewChanged review, Json body) {
        String reason = body.textOrNull("reason");
        return review.getMergedAt() != null || (reason != null && MERGED.contains(reason.toLowerCase(Locale.ROOT)));
    }
}

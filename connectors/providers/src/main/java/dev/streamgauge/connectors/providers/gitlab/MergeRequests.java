package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.RequestText;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.List;

/** Merge request objects. */
public final class MergeRequests {

    private MergeRequests() {}

    /**
     * The request of a merge request object of the REST API. Of a fork only the REST API of the source project tells the name, and of reviews, commits,
     * the way to {@code ready} and merge trains only further calls do: set those on the event ({@link Reviews} reads them).
     */
    public static ReviewChanged of(Json mr, Project project) throws UnmappableException {
        return of(mr, project, People.of(mr.at("author")));
    }

    /** The same of the object that a hook embeds, whose author is told apart. */
    static ReviewChanged of(Json mr, Project project, Account author) throws UnmappableException {
        ReviewChanged request = project.stamp().review(project.repository(), null);
        request.setDefaultBranch(project.defaultBranch());
        request.setRequest(mr.text("iid"));
        request.setState(state(mr));
        request.setOccurredAt(mr.time("updated_at"));
        request.setOpenedAt(mr.timeOrNull("created_at"));
        request.setTitle(mr.textOrNull("title"));
        request.setUrl(mr.textOrNull(mr.has("web_url") ? "web_url" : "url"));
        request.setSourceBranch(mr.textOrNull("source_branch"));
        request.setTargetBranch(mr.textOrNull("target_branch"));
        request.setHeadRepository(fork(mr));
        request.setHeadSha(Sha.full(mr.has("sha") ? mr.textOrNull("sha") : mr.textOrNull("last_commit", "id")));
        request.setAuthor(author.id());
        request.setActorClass(People.actorClass(author, project.rules()));
        request.setLabels(Labels.of(mr));
        judge(request, author, mr.textOrNull("description"), project.rules());
        end(request, mr);
        return request;
    }

    private static void judge(ReviewChanged request, Account author, String description, DoorRules rules) {
        RequestText text = new RequestText(
                author, request.getSourceBranch(), request.getLabels(), request.getTitle(), description);
        request.setAiEvidence(rules.evidence(text));
        request.setHotfix(rules.isHotfix(text));
        request.setRevertsRequest(rules.revertsRequest(text, request.getRepository()));
    }

    private static String state(Json mr) throws UnmappableException {
        String state = mr.text("state");
        return switch (state) {
            case "merged", "closed" -> state;
            // Locked: it is being merged at this moment.
            case "opened", "locked" -> mr.isTrue("draft") || mr.isTrue("work_in_progress") ? "draft" : "open";
            default -> throw mr.at("state").bad("opened, closed, locked or merged");
        };
    }

    private static String fork(Json mr) {
        String source = mr.textOrNull("source_project_id");
        String target = mr.textOrNull("target_project_id");
        String url = mr.textOrNull("source", "web_url");
        boolean other = source != null && target != null && !source.equals(target);
        return other && url != null ? RepositoryName.ofUrl(url) : null;
    }

    /** Before it is merged, a merge commit is only a test, or an old failure's. */
    private static void end(ReviewChanged request, Json mr) throws UnmappableException {
        if (request.getState().equals("closed")) {
            request.setClosedAt(mr.timeOrNull("closed_at"));
        }
        if (!request.getState().equals("merged")) {
            return;
        }
        request.setMergedAt(mr.timeOrNull("merged_at"));
        String merge = Sha.full(mr.textOrNull("merge_commit_sha"));
        String squash = Sha.full(mr.textOrNull("squash_commit_sha"));
        request.setMergeSha(merge == null ? squash : merge);
        // With a merge commit, too, the squashed commit is on main: the merge brought it.
        request.setCommitShas(merge == null || squash == null ? List.of() : List.of(squash));
    }
}

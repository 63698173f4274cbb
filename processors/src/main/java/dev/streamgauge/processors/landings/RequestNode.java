package dev.streamgauge.processors.landings;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.table.Lattice;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a request's branches and commits. It may be known only by the message of a commit.
 *
 * @param source the branch that is to be merged; null: unknown
 * @param headRepository the repository of that branch; null: this one, or unknown
 * @param targets the branches that it was to be merged into, sorted
 * @param named the commits that it names, sorted
 * @param others the commits that merged it, and those on main whose message names it, sorted
 * @param carrier whether it only carries other changes
 */
public record RequestNode(
        String request,
        String source,
        String headRepository,
        List<String> targets,
        List<String> named,
        List<String> others,
        boolean carrier) {

    static RequestNode unknown(String request) {
        return new RequestNode(request, null, null, List.of(), List.of(), List.of(), false);
    }

    RequestNode merge(ReviewChanged review) {
        List<String> names = Lattice.withAll(named, review.getCommitShas());
        return new RequestNode(
                request,
                Lattice.least(source, review.getSourceBranch()),
                Lattice.least(headRepository, review.getHeadRepository()),
                review.getTargetBranch() == null ? targets : Lattice.with(targets, review.getTargetBranch()),
                review.getHeadSha() == null ? names : Lattice.with(names, review.getHeadSha()),
                mergeSha(review) == null ? others : Lattice.with(others, mergeSha(review)),
                carrier);
    }

    /** The commit that merged it; null: none. */
    static String mergeSha(ReviewChanged review) {
        return review.getState().equals("merged") ? review.getMergeSha() : null;
    }

    RequestNode mentionedBy(String sha) {
        return new RequestNode(request, source, headRepository, targets, named, Lattice.with(others, sha), carrier);
    }

    RequestNode carries(boolean carries) {
        return new RequestNode(request, source, headRepository, targets, named, others, carries);
    }

    /** All commits that it claims, and those that only name it. */
    public List<String> commits() {
        List<String> all = new ArrayList<>(named);
        all.addAll(others);
        return all;
    }
}

package dev.streamgauge.processors.changes;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.landings.Written;
import dev.streamgauge.processors.table.Lattice;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A change as far as it is known. Times are epoch milliseconds.
 *
 * @param id host/owner/name#request or host/owner/name@sha
 * @param request its number; null for a direct push
 * @param landings its commits on main, in the order of main
 * @param review what its request says; null: no request event was seen
 * @param requestWritten what the request's commits say together
 * @param carrier whether it only carries other changes, and is none
 * @param reverts the changes that it reverts, sorted
 * @param watched the watched commits that it owns
 */
public record Change(
        String repository,
        String id,
        String request,
        List<MainRef> landings,
        RequestState review,
        Written requestWritten,
        boolean carrier,
        List<String> reverts,
        List<String> watched) {

    private static final Set<String> OPEN = Set.of("draft", "open");

    static Change unknown(String repository, String id) {
        int hash = id.indexOf('#', repository.length());
        String request = hash < 0 ? null : id.substring(hash + 1);
        return new Change(repository, id, request, List.of(), null, Written.NOTHING, false, List.of(), List.of());
    }

    public boolean landed() {
        return !landings.isEmpty();
    }

    /**
     * When it was over, epoch milliseconds; null: its request is still open. What is only known by name was never anything.
     */
    public Long overAt() {
        if (pending()) {
            return null;
        }
        Long landed = landed() ? landings.get(landings.size() - 1).position().landedAt() : null;
        Long closed = Lattice.greatest(said(RequestState::stateAt), mergedAt());
        Long over = Lattice.greatest(landed, closed);
        return over == null ? Long.MIN_VALUE : over;
    }

    /** Where it first landed; null: it has not. */
    public Position landing() {
        return landed() ? landings.get(0).position() : null;
    }

    /** When it first landed; null: it has not. */
    public Long landedAt() {
        return landed() ? (Long) landing().landedAt() : null;
    }

    public String joinedBy() {
        return landed() ? landings.get(0).joinedBy() : null;
    }

    /** What its commits say together. */
    public Written written() {
        Written all = requestWritten;
        for (MainRef landing : landings) {
            all = all.merge(landing.written());
        }
        return all;
    }

    /** The earliest author date among its commits; null: unknown. */
    public Long firstAuthoredAt() {
        return written().authoredAt();
    }

    /** The services that its commits touch, sorted; null: unknown, it may concern any. */
    public List<String> services() {
        return written().services();
    }

    /** The commits that its commits say they revert, sorted. */
    public List<String> revertedShas() {
        List<String> shas = requestWritten.reverts();
        for (MainRef landing : landings) {
            shas = Lattice.withAll(shas, landing.written().reverts());
        }
        return shas;
    }

    /** A change is a fact once it has landed or its request was seen; a carrier is none. */
    public boolean published() {
        return !carrier && (landed() || review != null);
    }

    public String state() {
        return landed() ? "landed" : review.state();
    }

    /** A request that has neither landed nor been closed. */
    public boolean open() {
        return !carrier && pending();
    }

    /** Whether its request, a carrier's too, waits to land. */
    private boolean pending() {
        return !landed() && review != null && OPEN.contains(review.state());
    }

    /** Merged into main, but by a landing that nobody has seen. */
    public boolean lacksLanding() {
        return published() && !landed() && review.mergedIntoMain();
    }

    /** The author's identifier: of a direct push, who wrote the commit by which it landed first; null: unknown. */
    public String author() {
        if (request == null) {
            return landed() ? landings.get(0).author() : null;
        }
        return said(state -> state.about().author());
    }

    /** human, bot or agent; null: undecided. */
    public String actorClass() {
        return said(state -> state.about().actorClass());
    }

    /** agent-authored, assisted or no-evidence: the strongest that its request and its commits say; null: nobody has looked. */
    public String aiEvidence() {
        String evidence = Written.strongest(said(state -> state.about().aiEvidence()), requestWritten.aiEvidence());
        for (MainRef landing : landings) {
            evidence = Written.strongest(evidence, landing.written().aiEvidence());
        }
        return evidence;
    }

    /** A link for people; null: none. */
    public String url() {
        return said(state -> state.about().url());
    }

    /** Whether it repairs a failed deploy. */
    public boolean hotfix() {
        return review != null && review.about().hotfix();
    }

    /** The number of the request that its request says it reverts; null: none, or unknown. */
    public String revertedRequest() {
        return said(state -> state.about().reverts());
    }

    /** Null: unknown, or no request. */
    public Long openedAt() {
        return said(state -> state.times().openedAt());
    }

    /** When its request says that it was merged; null: it does not. */
    public Long mergedAt() {
        return said(state -> state.times().mergedAt());
    }

    /** When it was (last) ready for review; null: unknown, or no request. */
    public Long readyAt() {
        return said(RequestState::readyAt);
    }

    /** The first review by a human other than the author; null: none. */
    public Long firstReviewAt() {
        return said(RequestState::firstReviewAt);
    }

    /** The first review by anybody but the author, bots included; null: none. */
    public Long firstCommentAt() {
        return said(RequestState::firstCommentAt);
    }

    /** The last approval by a human other than the author, at or before the landing; null: none. */
    public Long approvedAt() {
        return said(state -> state.approvedAt(landedAt()));
    }

    /** The first approval by a human other than the author; null: none. */
    public Long firstApprovedAt() {
        return said(RequestState::firstApprovedAt);
    }

    /** Its passes through a merge queue, ascending; one that would begin after the landing is none. */
    public List<Pass> passes() {
        return review == null ? List.of() : review.queue().passes(landedAt());
    }

    /** coding, pickup, review or merge; null: it has landed or is closed, or nobody has seen its request. */
    public String openStage() {
        if (!pending()) {
            return null;
        }
        if (review.state().equals("draft") || readyAt() == null) {
            return "coding";
        }
        if (approvedAt() != null) {
            return "merge";
        }
        return firstReviewAt() == null ? "pickup" : "review";
    }

    /** Since when it is in its open stage; null: unknown, or there is none. */
    public Long openSince() {
        String stage = openStage();
        if (stage == null) {
            return null;
        }
        return switch (stage) {
            case "coding" -> firstAuthoredAt() == null ? openedAt() : firstAuthoredAt();
            case "merge" -> approvedAt();
            case "review" -> firstReviewAt();
            default -> readyAt();
        };
    }

    private <T> T said(Function<RequestState, T> what) {
        return review == null ? null : what.apply(review);
    }

    boolean empty() {
        return !landed() && review == null && requestWritten.equals(Written.NOTHING) && watched.isEmpty();
    }

    Change without(MainRef landing) {
        return with(Lattice.without(landings, landing), review, requestWritten);
    }

    Change with(MainRef landing) {
        return with(Lattice.with(landings, landing), review, requestWritten);
    }

    Change with(RequestState snapshot) {
        return with(landings, review == null ? snapshot : review.merge(snapshot), requestWritten);
    }

    Change with(Written said) {
        return with(landings, review, requestWritten.merge(said));
    }

    private Change with(List<MainRef> newLandings, RequestState newReview, Written newWritten) {
        return new Change(repository, id, request, newLandings, newReview, newWritten, carrier, reverts, watched);
    }

    Change owns(String sha, boolean owned) {
        List<String> shas = owned ? Lattice.with(watched, sha) : Lattice.without(watched, sha);
        return new Change(repository, id, request, landings, review, requestWritten, carrier, reverts, shas);
    }

    Change carries(boolean carries) {
        return new Change(repository, id, request, landings, review, requestWritten, carries, reverts, watched);
    }

    Change reverts(List<String> ids) {
        return new Change(repository, id, request, landings, review, requestWritten, carrier, ids, watched);
    }
}

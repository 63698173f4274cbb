package dev.streamgauge.processors.changes;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Lattice;
import java.util.List;

/**
 * A change as far as it is known.
 *
 * @param id host/owner/name#request or host/owner/name@sha
 * @param request its number; null for a direct push
 * @param landings its commits on main, in the order of main
 * @param review what its request says; null: no request event was seen
 * @param requestAuthoredAt the earliest author date among the request's commits, epoch milliseconds; null: unknown
 * @param deployed the deployed commits that it owns
 */
public record Change(
        String repository,
        String id,
        String request,
        List<MainRef> landings,
        RequestState review,
        Long requestAuthoredAt,
        List<String> deployed) {

    static Change unknown(String repository, String id) {
        int hash = id.indexOf('#', repository.length());
        String request = hash < 0 ? null : id.substring(hash + 1);
        return new Change(repository, id, request, List.of(), null, null, List.of());
    }

    public boolean landed() {
        return !landings.isEmpty();
    }

    /** Where it first landed; null: it has not. */
    public Position landing() {
        return landed() ? landings.get(0).position() : null;
    }

    public String joinedBy() {
        return landed() ? landings.get(0).joinedBy() : null;
    }

    /** The earliest author date among its commits, epoch milliseconds; null: unknown. */
    public Long firstAuthoredAt() {
        Long first = requestAuthoredAt;
        for (MainRef landing : landings) {
            first = Lattice.least(first, landing.authoredAt());
        }
        return first;
    }

    /** A change is a fact once it has landed or its request was seen. */
    public boolean published() {
        return landed() || review != null;
    }

    public String state() {
        return landed() ? "landed" : review.state();
    }

    /** Merged into main, but by a landing that nobody has seen. */
    public boolean lacksLanding() {
        return !landed() && review != null && review.mergedIntoMain();
    }

    boolean empty() {
        return !published() && requestAuthoredAt == null && deployed.isEmpty();
    }

    Change without(MainRef landing) {
        return new Change(
                repository, id, request, Lattice.without(landings, landing), review, requestAuthoredAt, deployed);
    }

    Change with(MainRef landing) {
        return new Change(
                repository, id, request, Lattice.with(landings, landing), review, requestAuthoredAt, deployed);
    }

    Change with(RequestState snapshot) {
        RequestState merged = review == null ? snapshot : review.merge(snapshot);
        return new Change(repository, id, request, landings, merged, requestAuthoredAt, deployed);
    }

    Change authored(Long at) {
        return new Change(repository, id, request, landings, review, Lattice.least(requestAuthoredAt, at), deployed);
    }

    Change owns(String sha, boolean owned) {
        List<String> shas = owned ? Lattice.with(deployed, sha) : Lattice.without(deployed, sha);
        return new Change(repository, id, request, landings, review, requestAuthoredAt, shas);
    }
}

package dev.streamgauge.processors.changes;

import static dev.streamgauge.processors.landings.Links.Kind.REQUEST;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.landings.Membership;
import dev.streamgauge.processors.landings.Written;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** The changes of a repository. */
public final class Changes {

    public static final TableSpec<Change> CHANGES = new TableSpec<>(
            "changes",
            "changes",
            Change.class,
            "the open requests, and what landed, was closed or was delivered within memory");

    private final Table<Change> changes;
    private final Listener listener;
    private final LongSupplier horizon;

    /** Told of each revision of a change. */
    @FunctionalInterface
    public interface Listener {
        void revised(Change before, Change after);
    }

    public Changes(Tables tables, Listener listener) {
        this(tables, listener, () -> Long.MIN_VALUE);
    }

    /**
     * @param horizon epoch milliseconds: what was over before may be forgotten
     */
    public Changes(Tables tables, Listener listener, LongSupplier horizon) {
        this.horizon = horizon;
        this.changes = tables.table(CHANGES);
        this.listener = listener;
    }

    /** What is known of a change; never null. */
    public Change change(String repository, String id) {
        Change change = changes.get(key(repository, id));
        return change == null ? Change.unknown(repository, id) : change;
    }

    /** Whether anything is known of a change. */
    public boolean remembers(String repository, String id) {
        return changes.get(key(repository, id)) != null;
    }

    /** Learns from a request's snapshot. */
    public void apply(ReviewChanged review) {
        String id = Membership.requestId(review.getRepository(), review.getRequest());
        revise(review.getRepository(), id, change -> change.with(RequestState.of(review)));
    }

    /** Learns that a request only carries other changes, or no longer. */
    public void carries(String repository, String request, boolean carries) {
        revise(repository, Membership.requestId(repository, request), change -> change.carries(carries));
    }

    /** Learns from a commit of which more is known, or that belongs elsewhere. */
    public void commitRevised(CommitRevision revision) {
        moveLanding(revision);
        CommitNode commit = revision.after();
        if (!commit.written().equals(Written.NOTHING)) {
            for (String request : commit.linked(REQUEST)) {
                String id = Membership.requestId(revision.repository(), request);
                revise(revision.repository(), id, change -> change.with(commit.written()));
            }
        }
    }

    /** Notes that a change owns a watched commit, or no longer does. */
    public void owns(String repository, String id, String sha, boolean owned) {
        revise(repository, id, change -> change.owns(sha, owned));
    }

    private void moveLanding(CommitRevision revision) {
        Map<String, MainRef> before = landings(revision.before(), revision.membershipBefore());
        Map<String, MainRef> after = landings(revision.after(), revision.membershipAfter());
        before.forEach((id, old) -> {
            if (!after.containsKey(id)) {
                revise(revision.repository(), id, change -> change.without(old));
            }
        });
        after.forEach((id, now) -> {
            MainRef old = before.get(id);
            if (!now.equals(old)) {
                revise(revision.repository(), id, change -> (old == null ? change : change.without(old)).with(now));
            }
        });
    }

    /** By the change that it belongs to. */
    private static Map<String, MainRef> landings(CommitNode commit, Membership membership) {
        Map<String, MainRef> landings = new LinkedHashMap<>();
        for (Membership.Member member : membership.members()) {
            Written written = member.carried() ? Written.NOTHING : commit.brought();
            landings.put(member.change(), new MainRef(commit.position(), member.joinedBy(), commit.author(), written));
        }
        return landings;
    }

    /** Notes which changes a change reverts; sorted. */
    public void reverts(String repository, String id, List<String> reverted) {
        revise(repository, id, change -> change.reverts(reverted));
    }

    private void revise(String repository, String id, UnaryOperator<Change> revision) {
        Change known = changes.get(key(repository, id));
        Change before = known == null ? Change.unknown(repository, id) : known;
        Change after = revision.apply(before);
        if (!after.equals(before) && !(known == null && forgotten(after))) {
            changes.put(key(repository, id), after.empty() ? null : after);
            listener.revised(before, after);
        }
    }

    /** What landed so long ago was known once. The little that is heard of it now would hide what was published. */
    private boolean forgotten(Change change) {
        return change.landed() && change.landedAt() < horizon.getAsLong();
    }

    private static Key key(String repository, String id) {
        return Key.of(repository).and(id);
    }
}

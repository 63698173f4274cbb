package dev.streamgauge.processors.ownership;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.landings.Membership;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which changes a change reverts: those that own a commit which its commits say they revert, and the request that its request names. An
 * event first notes which changes that may concern; {@link #settle} then tells them.
 */
public final class Reverts {

    public static final TableSpec<Reverters> REVERTERS = new TableSpec<>(
            "changes",
            "reverters",
            Reverters.class,
            "the commits that a commit of a remembered change says it reverts");

    private final Table<Reverters> reverters;
    private final Ownership ownership;
    private final Changes changes;
    private final Set<String> open = new LinkedHashSet<>();

    public Reverts(Tables tables, Ownership ownership, Changes changes) {
        this.reverters = tables.table(REVERTERS);
        this.ownership = ownership;
        this.changes = changes;
    }

    /** Learns from a change that was revised. */
    public void changeRevised(Change before, Change after) {
        List<String> old = before.revertedShas();
        List<String> now = after.revertedShas();
        old.stream().filter(sha -> !now.contains(sha)).forEach(sha -> note(after, sha, false));
        now.stream().filter(sha -> !old.contains(sha)).forEach(sha -> {
            note(after, sha, true);
            ownership.watch(after.repository(), sha);
        });
        if (!old.equals(now)
                || before.carrier() != after.carrier()
                || !Objects.equals(before.revertedRequest(), after.revertedRequest())) {
            open.add(after.id());
        }
    }

    /** Learns that other changes own a watched commit. */
    public void ownersRevised(String repository, String sha) {
        open.addAll(reverters(repository, sha));
    }

    /** Tells the changes that are concerned what they revert. */
    public void settle(String repository) {
        for (String id : List.copyOf(open)) {
            changes.reverts(repository, id, reverted(changes.change(repository, id)));
        }
        open.clear();
    }

    private List<String> reverted(Change change) {
        List<String> reverted = List.of();
        if (change.carrier()) {
            return reverted;
        }
        for (String sha : change.revertedShas()) {
            reverted = Lattice.withAll(reverted, ownership.owners(change.repository(), sha));
        }
        if (change.revertedRequest() != null) {
            String id = Membership.requestId(change.repository(), change.revertedRequest());
            reverted = Lattice.with(reverted, id);
        }
        return Lattice.without(reverted, change.id());
    }

    private void note(Change change, String sha, boolean reverts) {
        List<String> known = reverters(change.repository(), sha);
        List<String> now = reverts ? Lattice.with(known, change.id()) : Lattice.without(known, change.id());
        reverters.put(key(change.repository(), sha), now.isEmpty() ? null : new Reverters(now));
    }

    private List<String> reverters(String repository, String sha) {
        Reverters known = reverters.get(key(repository, sha));
        return known == null ? List.of() : known.changes();
    }

    private static Key key(String repository, String sha) {
        return Key.of(repository).and(sha);
    }
}

package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Millis;
import dev.streamgauge.processors.table.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The commits that one event teaches us more about: each is read once and written once. */
final class CommitEdits {

    private final Table<CommitNode> commits;
    private final String repository;
    private final long toldAt;
    private final Map<String, CommitNode> before = new LinkedHashMap<>();
    private final Map<String, CommitNode> after = new LinkedHashMap<>();

    CommitEdits(Table<CommitNode> commits, String repository, Instant occurredAt) {
        this.commits = commits;
        this.repository = repository;
        this.toldAt = Millis.endOfDay(occurredAt);
    }

    CommitNode edit(String sha, UnaryOperator<CommitNode> change) {
        CommitNode known = after.get(sha);
        if (known == null) {
            known = commits.get(Key.of(repository).and(sha));
            known = known == null ? CommitNode.unknown(sha) : known;
            before.put(sha, known);
        }
        CommitNode changed = change.apply(known.told(toldAt));
        after.put(sha, changed);
        return changed;
    }

    /** Writes what changed; answers what was known before, and what is known now, of those of which more is known. */
    Map<CommitNode, CommitNode> write() {
        Map<CommitNode, CommitNode> changed = new LinkedHashMap<>();
        after.forEach((sha, node) -> {
            if (!node.equals(before.get(sha))) {
                commits.put(Key.of(repository).and(sha), node);
            }
            CommitNode known = before.get(sha).told(toldAt);
            if (!node.equals(known)) {
                changed.put(before.get(sha), node);
            }
        });
        return changed;
    }
}

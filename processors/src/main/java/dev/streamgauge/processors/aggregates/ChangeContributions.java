package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Pass;
import java.util.ArrayList;
import java.util.List;

/** What a change's passes through the merge queue contribute to {@code merge-queue.v1} (docs/metrics.md, section 6). */
public final class ChangeContributions {

    private ChangeContributions() {}

    /** Of a change; null: none. */
    public static List<Contribution> of(Change change) {
        List<Contribution> contributions = new ArrayList<>();
        if (change != null && change.published()) {
            for (Pass pass : change.passes()) {
                long at = pass.until() == null ? pass.from() : pass.until();
                WindowKey.of(Kind.MERGE_QUEUE, change.repository(), List.of(), at)
                        .forEach(key -> count(pass, key, contributions));
            }
        }
        return contributions;
    }

    private static void count(Pass pass, WindowKey key, List<Contribution> contributions) {
        if (pass.until() == null) {
            contributions.add(Contribution.count(key, "excluded_open"));
            return;
        }
        contributions.add(Contribution.duration(key, pass.until() - pass.from()));
        if (pass.evicted()) {
            contributions.add(Contribution.count(key, "evictions"));
        } else if (pass.landed()) {
            contributions.add(Contribution.count(key, "landed"));
        }
    }
}

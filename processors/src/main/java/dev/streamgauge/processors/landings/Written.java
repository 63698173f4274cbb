package dev.streamgauge.processors.landings;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Millis;
import java.util.List;

/**
 * What one commit or several say together of how they were written.
 *
 * @param authoredAt the earliest author date, epoch milliseconds; null: unknown
 * @param services those that they touch, sorted; null: nobody knows
 * @param reverts the commits that they say they revert, sorted
 * @param aiEvidence agent-authored, assisted or no-evidence, the strongest that is said; null: nobody has looked
 */
public record Written(Long authoredAt, List<String> services, List<String> reverts, String aiEvidence) {

    /** Nothing is said. */
    public static final Written NOTHING = new Written(null, null, List.of(), null);

    static Written of(Commit commit) {
        List<String> services = commit.getServices() == null ? null : Lattice.withAll(List.of(), commit.getServices());
        return new Written(
                Millis.of(commit.getAuthoredAt()),
                services,
                Lattice.withAll(List.of(), commit.getReverts()),
                commit.getAiEvidence());
    }

    /** What both say. */
    public Written merge(Written other) {
        if (other.equals(NOTHING) || other.equals(this)) {
            return this;
        }
        return new Written(
                Lattice.least(authoredAt, other.authoredAt),
                union(services, other.services),
                Lattice.withAll(reverts, other.reverts),
                strongest(aiEvidence, other.aiEvidence));
    }

    /** What shows more of an AI; null gives way. The words are sorted so. */
    public static String strongest(String a, String b) {
        return Lattice.least(a, b);
    }

    private static List<String> union(List<String> a, List<String> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Lattice.withAll(a, b);
    }
}

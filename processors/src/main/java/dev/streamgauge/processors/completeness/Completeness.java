package dev.streamgauge.processors.completeness;

import dev.streamgauge.processors.table.Lattice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the events of a source, and of what they lack.
 *
 * @param source the source; * for all of the repository
 * @param firstEventAt epoch milliseconds; null: no event
 * @param lastEventAt epoch milliseconds; null: no event
 * @param gaps how many of each {@link Gap}, by name; absent: none
 * @param lastReceivedAt when the last of its events was taken in, epoch milliseconds; null: no event
 * @param looks what looks at the source found; null: nobody looked
 */
public record Completeness(
        String repository,
        String source,
        Long firstEventAt,
        Long lastEventAt,
        Map<String, Long> gaps,
        Long lastReceivedAt,
        Webhooks looks) {

    private static final String EVERYTHING = "commits,requests,builds,deploys,incidents";

    static Completeness unknown(String repository, String source) {
        return new Completeness(repository, source, null, null, Map.of(), null, null);
    }

    Completeness observed(long occurredAt, long receivedAt) {
        return new Completeness(
                repository,
                source,
                Lattice.least(firstEventAt, occurredAt),
                Lattice.greatest(lastEventAt, occurredAt),
                gaps,
                Lattice.greatest(lastReceivedAt, receivedAt),
                looks);
    }

    Completeness counted(Gap gap, long delta) {
        Map<String, Long> counts = new TreeMap<>(gaps);
        counts.merge(gap.name(), delta, Long::sum);
        counts.values().removeIf(count -> count == 0);
        return new Completeness(repository, source, firstEventAt, lastEventAt, counts, lastReceivedAt, looks);
    }

    Completeness lookedAt(Webhooks look) {
        return new Completeness(repository, source, firstEventAt, lastEventAt, gaps, lastReceivedAt, look);
    }

    /** What was sent and nobody has taken. */
    public Webhooks webhooks() {
        return looks == null ? Webhooks.UNKNOWN : looks;
    }

    public long count(Gap gap) {
        return gaps.getOrDefault(gap.name(), 0L);
    }

    /**
     * What to fetch again, of commits, requests, builds, deploys and incidents, joined by commas. Null: nothing that is known, or this is one source. What was
     * lost may have been anything.
     */
    public String mend() {
        if (!source.equals(Ledger.ALL)) {
            return null;
        }
        return webhooks().lost() > 0 ? EVERYTHING : mendGaps();
    }

    private String mendGaps() {
        List<String> words = new ArrayList<>();
        if (lacksCommits()) {
            words.add("commits");
        }
        if (count(Gap.INCIDENT_UNATTRIBUTED) > 0) {
            words.add("deploys");
        }
        return words.isEmpty() ? null : String.join(",", words);
    }

    /** One landing leads nowhere in every repository: there the known history begins. */
    private boolean lacksCommits() {
        return count(Gap.LANDING) > 1
                || count(Gap.DEPLOY_SHA_UNKNOWN) > 0
                || count(Gap.BUILD_WITHOUT_LANDING) > 0
                || count(Gap.MERGE_WITHOUT_LANDING) > 0;
    }
}

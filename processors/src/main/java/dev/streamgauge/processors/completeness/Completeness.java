package dev.streamgauge.processors.completeness;

import dev.streamgauge.processors.table.Lattice;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the events of a source, and of what they lack.
 *
 * @param source the source; * for all of the repository
 * @param firstEventAt epoch milliseconds; null: no event
 * @param lastEventAt epoch milliseconds; null: no event
 * @param gaps how many of each {@link Gap}, by name; absent: none
 */
public record Completeness(
        String repository, String source, Long firstEventAt, Long lastEventAt, Map<String, Long> gaps) {

    static Completeness unknown(String repository, String source) {
        return new Completeness(repository, source, null, null, Map.of());
    }

    Completeness observed(long occurredAt) {
        return new Completeness(
                repository,
                source,
                Lattice.least(firstEventAt, occurredAt),
                Lattice.greatest(lastEventAt, occurredAt),
                gaps);
    }

    Completeness counted(Gap gap, long delta) {
        Map<String, Long> counts = new TreeMap<>(gaps);
        counts.merge(gap.name(), delta, Long::sum);
        counts.values().removeIf(count -> count == 0);
        return new Completeness(repository, source, firstEventAt, lastEventAt, counts);
    }

    public long count(Gap gap) {
        return gaps.getOrDefault(gap.name(), 0L);
    }
}

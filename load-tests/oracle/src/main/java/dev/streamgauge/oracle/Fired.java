package dev.streamgauge.oracle;

import java.time.Instant;
import java.util.List;

/**
 * An alert that fired. Times are epoch milliseconds of the wall clock.
 *
 * @param whose the repository, the team or the organisation
 * @param about the queue, the workflow, the lane (service/environment) or the source
 * @param resolvedAt null: it fires at the last look
 * @param phases what was to be told of it: the first from when it fired, each other from where that changed; the last one until it was
 *     resolved
 */
public record Fired(
        String rule, String whose, String about, long startsAt, long firedAt, Long resolvedAt, List<Phase> phases)
        implements Comparable<Fired> {

    /**
     * As it is told from some moment on.
     *
     * @param suppressedBy because of what nobody is told; null: people are
     */
    public record Phase(long from, String severity, String suppressedBy) {

        @Override
        public String toString() {
            return "%s from %s%s"
                    .formatted(
                            severity,
                            Instant.ofEpochMilli(from),
                            suppressedBy == null ? "" : " suppressed by " + suppressedBy);
        }
    }

    public Fired {
        phases = List.copyOf(phases);
    }

    /** The same with these phases. */
    public Fired with(List<Phase> others) {
        return new Fired(rule, whose, about, startsAt, firedAt, resolvedAt, others);
    }

    @Override
    public int compareTo(Fired other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s %s %s %s fired %s resolved %s: %s"
                .formatted(
                        whose,
                        rule,
                        about,
                        Instant.ofEpochMilli(startsAt),
                        Instant.ofEpochMilli(firedAt),
                        resolvedAt == null ? "never" : Instant.ofEpochMilli(resolvedAt),
                        phases);
    }
}

package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.table.Lattice;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a change reached a lane (docs/metrics.md, section 2). Times are epoch milliseconds, durations milliseconds; null as in the public record.
 *
 * @param finish the end of the deploy that delivered it; null: a baseline
 * @param evidence owned_sha or position; null: a baseline
 */
public record Delivery(
        String repository,
        String change,
        Lane lane,
        Finish finish,
        String evidence,
        Long firstAuthoredAt,
        Long landedAt) {

    /** How far clocks may differ. */
    static final long TOLERANCE_MS = Duration.ofMinutes(5).toMillis();

    static Delivery baseline(Change change, Lane lane) {
        return of(change, lane, null, null);
    }

    static Delivery of(Change change, Lane lane, Finish finish, String evidence) {
        Long landedAt = change.landed() ? change.landing().landedAt() : null;
        return new Delivery(
                change.repository(), change.id(), lane, finish, evidence, change.firstAuthoredAt(), landedAt);
    }

    public boolean isBaseline() {
        return finish == null;
    }

    private boolean beforeLanding() {
        return landedAt == null || landedAt - finish.at() > TOLERANCE_MS;
    }

    private boolean clockSkew() {
        return firstAuthoredAt - finish.at() > TOLERANCE_MS
                || (landedAt != null && firstAuthoredAt - landedAt > TOLERANCE_MS);
    }

    /** From landing to the deploy's finish; null: excluded. */
    public Long deliveryLeadTimeMs() {
        return isBaseline() || beforeLanding() ? null : Math.max(0, finish.at() - landedAt);
    }

    /** From first author date to the deploy's finish; null: excluded. */
    public Long changeLeadTimeMs() {
        if (isBaseline() || firstAuthoredAt == null || clockSkew()) {
            return null;
        }
        long start = Lattice.least(firstAuthoredAt, landedAt);
        return Math.max(0, finish.at() - start);
    }

    /** Why delivery_lead_time is missing; null: it is not. */
    public String deliveryExclusion() {
        if (isBaseline()) {
            return "baseline";
        }
        return beforeLanding() ? "before_landing" : null;
    }

    /** Why change_lead_time is missing; null: it is not. */
    public String changeExclusion() {
        if (isBaseline()) {
            return "baseline";
        }
        if (firstAuthoredAt == null) {
            return "no_author_date";
        }
        return clockSkew() ? "clock_skew" : null;
    }

    /** All reasons, sorted. */
    public List<String> excluded() {
        return Stream.of(deliveryExclusion(), changeExclusion())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}

package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.table.Lattice;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a change reached a lane, or that it is on its way (docs/metrics.md, section 2). Times are epoch milliseconds, durations
 * milliseconds; null as in the public record.
 *
 * @param finish the end of the deploy that delivered it; null: a baseline, or in flight
 * @param evidence owned_sha, cherry_pick or position; null unless delivered
 * @param stages null unless it has a change lead time
 * @param open null unless in flight
 * @param requested null unless delivered and a request
 * @param aiEvidence agent-authored, assisted or no-evidence, of its change; null: nobody has looked
 */
public record Delivery(
        String repository,
        String change,
        Lane lane,
        Finish finish,
        String evidence,
        Long firstAuthoredAt,
        Long landedAt,
        Stages stages,
        OpenStage open,
        Requested requested,
        String aiEvidence) {

    /** How far clocks may differ. */
    static final long TOLERANCE_MS = Duration.ofMinutes(5).toMillis();

    /** Of a change, without a deploy: a baseline. */
    static Delivery baseline(Change change, Lane lane) {
        return new Delivery(
                change.repository(),
                change.id(),
                lane,
                null,
                null,
                change.firstAuthoredAt(),
                change.landedAt(),
                null,
                null,
                null,
                change.aiEvidence());
    }

    Delivery by(Finish deploy, String how, Requested request) {
        return new Delivery(
                repository, change, lane, deploy, how, firstAuthoredAt, landedAt, null, null, request, aiEvidence);
    }

    Delivery in(Stages lengths) {
        return new Delivery(
                repository,
                change,
                lane,
                finish,
                evidence,
                firstAuthoredAt,
                landedAt,
                lengths,
                null,
                requested,
                aiEvidence);
    }

    Delivery in(OpenStage stage) {
        return new Delivery(
                repository, change, lane, null, null, firstAuthoredAt, landedAt, null, stage, null, aiEvidence);
    }

    /** When it was delivered or, if it is not, when the change landed; epoch milliseconds. */
    public long at() {
        return isDelivered() ? finish.at() : landedAt;
    }

    public boolean isDelivered() {
        return finish != null;
    }

    public boolean isInFlight() {
        return open != null;
    }

    public boolean isBaseline() {
        return finish == null && open == null;
    }

    /** delivered, baseline or in_flight. */
    public String status() {
        if (isDelivered()) {
            return "delivered";
        }
        return isInFlight() ? "in_flight" : "baseline";
    }

    private boolean beforeLanding() {
        return landedAt == null || landedAt - finish.at() > TOLERANCE_MS;
    }

    private boolean clockSkew() {
        return firstAuthoredAt - finish.at() > TOLERANCE_MS
                || (landedAt != null && firstAuthoredAt - landedAt > TOLERANCE_MS);
    }

    /** From landing to the deploy's finish; null: excluded, or not delivered. */
    public Long deliveryLeadTimeMs() {
        return !isDelivered() || beforeLanding() ? null : Math.max(0, finish.at() - landedAt);
    }

    /** From first author date to the deploy's finish; null: excluded, or not delivered. */
    public Long changeLeadTimeMs() {
        return !isDelivered() || firstAuthoredAt == null || clockSkew() ? null : finish.at() - beganAt();
    }

    /** The first author date, clamped to the landing and the delivery. */
    long beganAt() {
        return Math.min(Lattice.least(firstAuthoredAt, landedAt), finish.at());
    }

    /** Why delivery_lead_time is missing; null: it is not, or nothing is delivered yet. */
    public String deliveryExclusion() {
        if (!isDelivered()) {
            return isBaseline() ? "baseline" : null;
        }
        return beforeLanding() ? "before_landing" : null;
    }

    /** Why change_lead_time is missing; null: it is not, or nothing is delivered yet. */
    public String changeExclusion() {
        if (!isDelivered()) {
            return isBaseline() ? "baseline" : null;
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

    /** The stages that did not occur, in the order of the flow; none if it has no stages. */
    public List<Stage> absentStages() {
        return stages == null
                ? List.of()
                : Stream.of(Stage.values())
                        .filter(stage -> !stages.occurred(stage))
                        .toList();
    }
}

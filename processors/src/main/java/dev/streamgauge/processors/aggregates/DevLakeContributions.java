package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Requested;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a delivered request contributes to {@code lead-time.v1} in DevLake's terms (docs/metrics.md, section 10). */
final class DevLakeContributions {

    private static final String ABSENT = "absent";
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final List<String> METRICS =
            List.of("pr_coding_time", "pr_pickup_time", "pr_review_time", "pr_deploy_time");

    private DevLakeContributions() {}

    /** Of a delivery; nothing, if it is not delivered or no request. */
    static List<Contribution> of(Delivery delivery) {
        LeadTimeRows rows = new LeadTimeRows(delivery, Profile.DEVLAKE.label());
        Requested request = delivery.requested();
        if (delivery.isDelivered() && request != null) {
            List<Long> times = times(delivery, request);
            for (int i = 0; i < METRICS.size(); i++) {
                rows.add(METRICS.get(i), times.get(i), ABSENT);
            }
            rows.add("pr_cycle_time", sum(times), ABSENT);
        }
        return rows.contributions();
    }

    private static List<Long> times(Delivery delivery, Requested request) {
        Long opened = request.openedAt();
        Long commented = request.commentedAt();
        return Arrays.asList(
                minutes(delivery.firstAuthoredAt(), opened),
                minutes(opened, commented),
                minutes(commented == null ? opened : commented, request.mergedAt()),
                minutes(request.mergedAt(), delivery.finish().at()));
    }

    /** In whole minutes, rounded up; null: it lacks an end, or is negative. */
    private static Long minutes(Long from, Long to) {
        if (from == null || to == null || to < from) {
            return null;
        }
        return Math.floorDiv(to - from + MINUTE_MS - 1, MINUTE_MS) * MINUTE_MS;
    }

    private static Long sum(List<Long> times) {
        List<Long> known = times.stream().filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : (Long) known.stream().mapToLong(Long::longValue).sum();
    }
}

package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.deliveries.Delivery;
import java.util.ArrayList;
import java.util.List;

/** What one delivery adds to the rows of {@code lead-time.v1}: to those of all changes, and to those of its AI evidence. */
final class LeadTimeRows {

    private static final String UNKNOWN = "unknown";

    private final List<WindowKey> windows = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();

    LeadTimeRows(Delivery delivery, String profile) {
        long at =
                delivery.isBaseline() ? delivery.landedAt() : delivery.finish().at();
        for (String evidence : evidences(delivery)) {
            List<String> dimensions =
                    List.of(delivery.lane().service(), delivery.lane().environment(), evidence, profile);
            windows.addAll(WindowKey.of(Kind.LEAD_TIME, delivery.repository(), dimensions, at));
        }
    }

    /** The AI evidences whose rows a delivery belongs to. */
    static List<String> evidences(Delivery delivery) {
        return List.of(WindowKey.ALL, delivery.aiEvidence() == null ? UNKNOWN : delivery.aiEvidence());
    }

    /**
     * Adds a metric.
     *
     * @param durationMs null: it is left out
     * @param exclusion why
     */
    void add(String metric, Long durationMs, String exclusion) {
        for (WindowKey key : windows) {
            contributions.add(
                    durationMs == null
                            ? Contribution.count(key, metric, "excluded_" + exclusion)
                            : Contribution.duration(key, metric, durationMs));
        }
    }

    List<Contribution> contributions() {
        return contributions;
    }
}

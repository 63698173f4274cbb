package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.deliveries.Delivery;
import java.util.ArrayList;
import java.util.List;

/** What a delivery contributes to {@code lead-time.v1} (docs/metrics.md, section 2). */
public final class DeliveryContributions {

    private DeliveryContributions() {}

    /** Of a delivery; null: none. */
    public static List<Contribution> of(Delivery delivery) {
        List<Contribution> contributions = new ArrayList<>();
        if (delivery != null) {
            leadTime(
                    delivery,
                    "delivery_lead_time",
                    delivery.deliveryLeadTimeMs(),
                    delivery.deliveryExclusion(),
                    contributions);
            leadTime(
                    delivery,
                    "change_lead_time",
                    delivery.changeLeadTimeMs(),
                    delivery.changeExclusion(),
                    contributions);
        }
        return contributions;
    }

    private static void leadTime(
            Delivery delivery, String metric, Long durationMs, String exclusion, List<Contribution> contributions) {
        long at =
                delivery.isBaseline() ? delivery.landedAt() : delivery.finish().at();
        List<String> dimensions =
                List.of(delivery.lane().service(), delivery.lane().environment(), WindowKey.ALL, Profile.OURS, metric);
        for (WindowKey key : WindowKey.of(Kind.LEAD_TIME, delivery.repository(), dimensions, at)) {
            contributions.add(
                    durationMs == null
                            ? Contribution.count(key, "excluded_" + exclusion)
                            : Contribution.duration(key, durationMs));
        }
    }
}

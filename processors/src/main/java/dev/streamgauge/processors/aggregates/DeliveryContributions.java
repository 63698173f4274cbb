package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.processors.deliveries.Stages;
import java.util.ArrayList;
import java.util.List;

/** What a delivery contributes to {@code lead-time.v1} and {@code flow.v1} (docs/metrics.md, sections 2, 6 and 10). */
public final class DeliveryContributions {

    private static final String ABSENT = "absent";

    private DeliveryContributions() {}

    /** Of a delivery; null or in flight: none. */
    public static List<Contribution> of(Delivery delivery, Definitions definitions) {
        List<Contribution> contributions = new ArrayList<>();
        if (delivery == null || delivery.isInFlight()) {
            return contributions;
        }
        contributions.addAll(leadTimes(delivery));
        if (delivery.isDelivered()) {
            contributions.addAll(FlowContributions.of(delivery, definitions.baseline()));
        }
        if (definitions.answersIn(Profile.DEVLAKE)
                && definitions.isProduction(delivery.lane().environment())) {
            contributions.addAll(DevLakeContributions.of(delivery));
        }
        return contributions;
    }

    private static List<Contribution> leadTimes(Delivery delivery) {
        LeadTimeRows rows = new LeadTimeRows(delivery, Profile.OURS);
        rows.add("delivery_lead_time", delivery.deliveryLeadTimeMs(), delivery.deliveryExclusion());
        rows.add("change_lead_time", delivery.changeLeadTimeMs(), delivery.changeExclusion());
        Stages stages = delivery.stages();
        if (stages != null) {
            for (Stage stage : Stage.values()) {
                rows.add(stage.label(), stages.occurred(stage) ? (Long) stages.lengthMs(stage) : null, ABSENT);
            }
            rows.add("merge_queue", stages.mergeQueueMs(), ABSENT);
            rows.add("approval_wait", stages.approvalWaitMs(), ABSENT);
        }
        return rows.contributions();
    }
}

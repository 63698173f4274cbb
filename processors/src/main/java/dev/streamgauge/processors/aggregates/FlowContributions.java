package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.definitions.Baseline;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.processors.deliveries.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a delivered change contributes to {@code flow.v1} (docs/metrics.md, section 6). */
final class FlowContributions {

    private FlowContributions() {}

    /**
     * Of a delivered change.
     *
     * @param baseline the period that windows are compared with; null: none
     */
    static List<Contribution> of(Delivery delivery, Baseline baseline) {
        List<Contribution> contributions = new ArrayList<>();
        Map<String, Long> sums = sums(delivery.stages());
        for (String evidence : LeadTimeRows.evidences(delivery)) {
            for (WindowKey key : keys(delivery, evidence, baseline)) {
                contributions.add(Contribution.sums(key, sums));
            }
        }
        return contributions;
    }

    private static List<WindowKey> keys(Delivery delivery, String evidence, Baseline baseline) {
        long at = delivery.finish().at();
        String repository = delivery.repository();
        List<String> dimensions =
                List.of(delivery.lane().service(), delivery.lane().environment(), evidence);
        List<WindowKey> keys = WindowKey.of(Kind.FLOW, repository, dimensions, at);
        if (baseline != null && baseline.contains(at)) {
            keys.add(new WindowKey(
                    Kind.FLOW, Scope.REPOSITORY, repository, dimensions, Window.BASELINE, baseline.from()));
        }
        return keys;
    }

    private static Map<String, Long> sums(Stages stages) {
        if (stages == null) {
            return Map.of("excluded_no_stages", 1L);
        }
        Map<String, Long> sums = new TreeMap<>(Map.of("count", 1L, "total_ms", stages.totalMs()));
        for (Stage stage : Stage.values()) {
            if (stages.occurred(stage)) {
                sums.put(stage.label() + "_ms", stages.lengthMs(stage));
                sums.put(stage.label() + "_count", 1L);
            }
        }
        put(sums, "merge_queue_ms", stages.mergeQueueMs());
        put(sums, "approval_wait_ms", stages.approvalWaitMs());
        return sums;
    }

    private static void put(Map<String, Long> sums, String name, Long amount) {
        if (amount != null) {
            sums.put(name, amount);
        }
    }
}

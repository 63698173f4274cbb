package dev.streamgauge.processors.explain;

import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.processors.deliveries.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stages of a delivery, read from its public record: so they sum to the published lead time. */
final class StageLengths {

    private final Delivery delivery;
    private final Stage[] stages = Stage.values();

    private StageLengths(Delivery delivery) {
        this.delivery = delivery;
    }

    /** None if it has no stages. */
    static List<StageLength> of(Delivery delivery) {
        return delivery.getCodingMs() == null ? List.of() : new StageLengths(delivery).list();
    }

    private List<StageLength> list() {
        List<StageLength> list = new ArrayList<>();
        long total = delivery.getChangeLeadTimeMs();
        Instant from = delivery.getDeliveredAt().minusMillis(total);
        for (Stage stage : stages) {
            long length = length(stage);
            Instant until = from.plusMillis(length);
            Double share = total == 0 ? null : (Double) ((double) length / total);
            list.add(new StageLength(stage.label(), from, until, length, share, occurred(stage), because(stage)));
            from = until;
        }
        return list;
    }

    private long length(Stage stage) {
        String field = stage.label() + "_ms";
        return (Long) delivery.get(delivery.getSchema().getField(field).pos());
    }

    private boolean occurred(Stage stage) {
        return !delivery.getAbsentStages().contains(stage.label());
    }

    private String because(Stage stage) {
        Stage end = endedBy(stage);
        if (!occurred(stage)) {
            Stage before = stages[stage.place() - 1];
            return "did not occur: " + end(endedBy(before)) + " came before " + end(before);
        }
        return end == stage ? "until " + end(stage) : "until " + end(end) + ", which came before " + end(stage);
    }

    /** A stage has ended with the end of the first one from it on that is followed by a stage that occurred: that is what "occurred" means. */
    private Stage endedBy(Stage stage) {
        for (int i = stage.place(); i < stages.length - 1; i++) {
            if (occurred(stages[i + 1])) {
                return stages[i];
            }
        }
        return stages[stages.length - 1];
    }

    private static String end(Stage stage) {
        return switch (stage) {
            case CODING -> "readiness for review";
            case PICKUP -> "the first human review";
            case REVIEW -> "the last approval";
            case MERGE -> "the landing";
            case INTEGRATION -> "the first green main build of the landing or a later one";
            case DEPLOY_WAIT -> "the start of the deploy";
            case DEPLOY_RUN -> "the finish of the deploy";
        };
    }
}

package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.facts.v1.DeliveryKey;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.deliveries.OpenStage;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.processors.deliveries.Stages;
import dev.streamgauge.processors.store.Revision;
import java.util.Objects;

/** {@code deliveries.v1}. */
public final class PublicDelivery {

    private PublicDelivery() {}

    /** The public record of a revision; null if it says nothing new in public. */
    public static Published of(Revision<Delivery> revision) {
        dev.streamgauge.facts.v1.Delivery before = value(revision.before(), revision.number());
        dev.streamgauge.facts.v1.Delivery after = value(revision.after(), revision.number());
        if (Objects.equals(before, after)) {
            return null;
        }
        Delivery any = revision.after() == null ? revision.before() : revision.after();
        DeliveryKey key = new DeliveryKey(
                any.repository(), any.change(), any.lane().service(), any.lane().environment());
        return new Published(key, after);
    }

    private static dev.streamgauge.facts.v1.Delivery value(Delivery delivery, long revision) {
        if (delivery == null) {
            return null;
        }
        var record = dev.streamgauge.facts.v1.Delivery.newBuilder()
                .setRepository(delivery.repository())
                .setChange(delivery.change())
                .setService(delivery.lane().service())
                .setEnvironment(delivery.lane().environment())
                .setStatus(delivery.status())
                .setEvidence(delivery.evidence())
                .setFirstAuthoredAt(instant(delivery.firstAuthoredAt()))
                .setLandedAt(instant(delivery.landedAt()))
                .setDeliveryLeadTimeMs(delivery.deliveryLeadTimeMs())
                .setChangeLeadTimeMs(delivery.changeLeadTimeMs())
                .setAbsentStages(
                        delivery.absentStages().stream().map(Stage::label).toList())
                .setAiEvidence(delivery.aiEvidence())
                .setExcluded(delivery.excluded())
                .setRevision(revision)
                .build();
        finish(delivery.finish(), record);
        stages(delivery.stages(), record);
        open(delivery.open(), record);
        return record;
    }

    private static void finish(Finish finish, dev.streamgauge.facts.v1.Delivery record) {
        if (finish != null) {
            record.setDeployId(finish.deployId());
            record.setDeployAttempt(finish.attempt());
            record.setDeployedSha(finish.sha());
            record.setDeliveredAt(instant(finish.at()));
        }
    }

    private static void stages(Stages stages, dev.streamgauge.facts.v1.Delivery record) {
        if (stages != null) {
            for (Stage stage : Stage.values()) {
                PublicWindow.set(record, stage.label() + "_ms", stages.lengthMs(stage));
            }
            record.setMergeQueueMs(stages.mergeQueueMs());
            record.setApprovalWaitMs(stages.approvalWaitMs());
        }
    }

    private static void open(OpenStage open, dev.streamgauge.facts.v1.Delivery record) {
        if (open != null) {
            record.setOpenStage(open.stage().label());
            record.setOpenSince(instant(open.since()));
        }
    }
}

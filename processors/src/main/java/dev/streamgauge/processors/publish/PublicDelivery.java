package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.facts.v1.DeliveryKey;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.store.Revision;

/** {@code deliveries.v1}. */
public final class PublicDelivery {

    private PublicDelivery() {}

    public static Published of(Revision<Delivery> revision) {
        Delivery any = revision.after() == null ? revision.before() : revision.after();
        DeliveryKey key = new DeliveryKey(
                any.repository(), any.change(), any.lane().service(), any.lane().environment());
        return new Published(key, value(revision.after(), revision.number()));
    }

    private static dev.streamgauge.facts.v1.Delivery value(Delivery delivery, long revision) {
        if (delivery == null) {
            return null;
        }
        Finish finish = delivery.finish();
        return dev.streamgauge.facts.v1.Delivery.newBuilder()
                .setRepository(delivery.repository())
                .setChange(delivery.change())
                .setService(delivery.lane().service())
                .setEnvironment(delivery.lane().environment())
                .setStatus(delivery.isBaseline() ? "baseline" : "delivered")
                .setDeployId(finish == null ? null : finish.deployId())
                .setDeployAttempt(finish == null ? null : finish.attempt())
                .setDeployedSha(finish == null ? null : finish.sha())
                .setEvidence(delivery.evidence())
                .setFirstAuthoredAt(instant(delivery.firstAuthoredAt()))
                .setLandedAt(instant(delivery.landedAt()))
                .setDeliveredAt(finish == null ? null : instant(finish.at()))
                .setDeliveryLeadTimeMs(delivery.deliveryLeadTimeMs())
                .setChangeLeadTimeMs(delivery.changeLeadTimeMs())
                .setExcluded(delivery.excluded())
                .setRevision(revision)
                .build();
    }
}

package dev.streamgauge.processors.queues;

import static dev.streamgauge.processors.queues.QueueName.DEPLOY;
import static dev.streamgauge.processors.queues.QueueName.DEPLOY_APPROVAL;
import static dev.streamgauge.processors.table.Lattice.least;

import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployTimes;
import dev.streamgauge.processors.deliveries.Lane;
import java.util.List;

/** Where a deploy waits for its approval, and a change for its deploy. */
final class DeployStays {

    private DeployStays() {}

    /** Of an attempt to deploy. */
    static List<Stay> of(Deploy deploy, Hints hints) {
        DeployTimes times = deploy.times();
        String label = label(deploy.ref().lane());
        Long left = least(least(times.approvedAt(), times.startedAt()), deploy.finishedAt());
        if (left == null && deploy.state().equals("waiting")) {
            Long since = times.approvalRequestedAt() == null ? times.createdAt() : times.approvalRequestedAt();
            return List.of(Stay.waiting(
                    DEPLOY_APPROVAL, label, since == null ? hints.told().first() : since));
        }
        return listed(
                Stay.ended(DEPLOY_APPROVAL, label, times.approvalRequestedAt(), left == null ? hints.goneAt() : left));
    }

    /** Of a change on its way to a production lane; delivery may be null. */
    static List<Stay> of(Delivery delivery) {
        if (delivery == null || delivery.isBaseline()) {
            return List.of();
        }
        String label = label(delivery.lane());
        return delivery.isInFlight()
                ? List.of(Stay.waiting(DEPLOY, label, delivery.landedAt()))
                : listed(Stay.ended(
                        DEPLOY, label, delivery.landedAt(), delivery.finish().at()));
    }

    private static List<Stay> listed(Stay stay) {
        return stay == null ? List.of() : List.of(stay);
    }

    private static String label(Lane lane) {
        return lane.service() + "/" + lane.environment();
    }
}

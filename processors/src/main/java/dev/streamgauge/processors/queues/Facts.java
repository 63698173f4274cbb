package dev.streamgauge.processors.queues;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.runs.Runs;
import dev.streamgauge.processors.table.Lattice;
import java.util.List;

/** The models that queues are derived from. */
public record Facts(
        Landings landings,
        Changes changes,
        Deliveries deliveries,
        GreenLine green,
        MainHealth builds,
        Runs jobs,
        Definitions definitions) {

    boolean isProduction(Lane lane) {
        return definitions.isProduction(lane.environment());
    }

    /** How a change stands in the lanes of production. */
    List<Delivery> toProduction(Change change) {
        return deliveries.of(change.repository(), change.id()).stream()
                .filter(delivery -> isProduction(delivery.lane()))
                .toList();
    }

    /** When a change was first known to be green, or was delivered if that was earlier; epoch milliseconds, null: not yet. */
    Long integratedAt(Change change, List<Delivery> delivered) {
        Long first = green.greenAt(change.repository(), change.landing());
        for (Delivery delivery : delivered) {
            first = Lattice.least(
                    first, delivery.isDelivered() ? delivery.finish().at() : null);
        }
        return first;
    }
}

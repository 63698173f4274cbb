package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.deliveries.DeployRef;
import java.util.List;

/**
 * A change that repairs something, and the deploys that delivered it.
 *
 * @param reverts the changes that it reverts, sorted
 * @param deploys at most one for each lane
 */
public record Repair(String change, boolean hotfix, List<String> reverts, List<DeployRef> deploys) {

    /** Whether a change repairs something. */
    static boolean is(Change change) {
        return change.hotfix() || !change.reverts().isEmpty();
    }

    static Repair of(Change change, List<DeployRef> deploys) {
        return new Repair(change.id(), change.hotfix(), change.reverts(), deploys);
    }
}

package dev.streamgauge.processors.deliveries;

import java.util.List;

/**
 * A commit that was deployed.
 *
 * @param deploys the deploys of it, sorted
 */
public record DeployedCommit(List<DeployRef> deploys) {

    static final DeployedCommit NEVER = new DeployedCommit(List.of());
}

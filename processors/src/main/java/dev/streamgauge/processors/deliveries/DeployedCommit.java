package dev.streamgauge.processors.deliveries;

import java.util.List;

/**
 * A commit that was deployed.
 *
 * @param owners the changes that own it, sorted
 * @param deploys the deploys of it, sorted
 */
public record DeployedCommit(List<String> owners, List<DeployRef> deploys) {

    static final DeployedCommit NEVER = new DeployedCommit(List.of(), List.of());
}

package dev.streamgauge.processors.deliveries;

import java.util.List;

/**
 * A commit that was deployed.
 *
 * @param picks the commits that it carries as cherry-picks, sorted
 */
public record DeployedCommit(List<String> picks) {}

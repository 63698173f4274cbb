package dev.streamgauge.generator.organisation;

import java.util.List;

/**
 * A build pipeline.
 *
 * @param label the label of the runners that it needs
 * @param minutes the median of its run time
 * @param jobs the jobs whose builds are told of apart from the run's; empty: only the run is
 * @param gated whether somebody has to approve before it runs
 * @param nightly whether it runs once a day, and not on requests
 */
record Workflow(String name, String label, double minutes, List<String> jobs, boolean gated, boolean nightly) {}

package dev.streamgauge.processors.runs;

/**
 * How a commit fared in a workflow on main.
 *
 * @param at when its first success or failure finished, epoch milliseconds
 * @param green whether that was a success
 * @param flakeAt when it first succeeded after it had failed, epoch milliseconds; null: it did not
 */
public record FirstVerdict(String repository, String workflow, String sha, long at, boolean green, Long flakeAt) {}

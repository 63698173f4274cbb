package dev.streamgauge.processors.runs;

/**
 * A failure on main, and the success of its workflow that finished next, whatever their commits: time to green in CircleCI's terms.
 *
 * @param greenAt when that success finished, epoch milliseconds; null: there is none yet
 */
public record NextGreen(String repository, String workflow, End failure, Long greenAt) {}

package dev.streamgauge.processors.landings;

/**
 * A long-lived branch: something was merged into it, or it was a default branch.
 *
 * @param main whether it was a default branch
 */
public record Branch(String name, boolean main) {}

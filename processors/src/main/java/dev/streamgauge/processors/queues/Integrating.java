package dev.streamgauge.processors.queues;

/**
 * A change that waits for a green build, in its place on main.
 *
 * @param expiresAt when that is forgotten, epoch milliseconds
 */
public record Integrating(String change, long expiresAt) {}

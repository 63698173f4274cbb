package dev.streamgauge.processors.deliveries;

/**
 * A landed change that waits for a lane.
 *
 * @param since its landing, epoch milliseconds
 */
public record Waiting(String change, long since) {}

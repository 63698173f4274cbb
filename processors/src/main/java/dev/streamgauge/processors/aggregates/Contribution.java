package dev.streamgauge.processors.aggregates;

/**
 * What a fact adds to a window.
 *
 * @param durationMs a duration for the window's summary; null: none
 * @param counted a counter that goes up by one; null: none
 */
public record Contribution(WindowKey key, Long durationMs, String counted) {}

package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.landings.Position;

/**
 * The stage that a change in flight is in.
 *
 * @param since epoch milliseconds
 * @param landing where the change landed: its place among those that wait
 */
public record OpenStage(Stage stage, long since, Position landing) {}

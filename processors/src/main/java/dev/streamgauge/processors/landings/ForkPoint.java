package dev.streamgauge.processors.landings;

/**
 * The fork point of a commit off main, remembered.
 *
 * @param position the greatest position that is reached from it; null: none
 */
public record ForkPoint(Position position) {}

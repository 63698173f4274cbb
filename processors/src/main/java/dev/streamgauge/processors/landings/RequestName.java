package dev.streamgauge.processors.landings;

/** The number of a request. */
public record RequestName(String request) {}

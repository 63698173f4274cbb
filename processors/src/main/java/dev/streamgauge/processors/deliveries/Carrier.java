package dev.streamgauge.processors.deliveries;

/** A deployed commit that carries another one as a cherry-pick. */
public record Carrier(String sha) {}

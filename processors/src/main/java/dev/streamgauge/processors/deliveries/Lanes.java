package dev.streamgauge.processors.deliveries;

import java.util.List;

/** The lanes of a repository, sorted. */
public record Lanes(List<Lane> lanes) {}

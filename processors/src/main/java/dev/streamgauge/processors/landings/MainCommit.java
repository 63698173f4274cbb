package dev.streamgauge.processors.landings;

import java.util.List;

/** A commit of main, in the order of main, with the changes that it belongs to. */
public record MainCommit(Position position, List<String> changes) {}

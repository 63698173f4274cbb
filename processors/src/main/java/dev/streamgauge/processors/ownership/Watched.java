package dev.streamgauge.processors.ownership;

import java.util.List;

/**
 * A commit whose owners somebody wants to know.
 *
 * @param owners the changes that own it, sorted
 */
public record Watched(List<String> owners) {}

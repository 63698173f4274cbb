package dev.streamgauge.processors.ownership;

import java.util.List;

/**
 * Who says that a commit was reverted.
 *
 * @param changes the changes whose commits say so, sorted
 */
public record Reverters(List<String> changes) {}

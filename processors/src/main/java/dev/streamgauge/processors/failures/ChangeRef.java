package dev.streamgauge.processors.failures;

/** The name of a change. */
public record ChangeRef(String id) {}

package dev.streamgauge.processors.failures;

/** The name of an incident. */
public record IncidentRef(String id) {}

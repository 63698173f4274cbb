package dev.streamgauge.processors.failures;

/** The name of an incident. */
record IncidentRef(String id) {}

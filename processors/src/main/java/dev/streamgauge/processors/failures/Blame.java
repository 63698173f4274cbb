package dev.streamgauge.processors.failures;

/** That an incident is put down to a deploy, and by which rule. */
public record Blame(String incident, Evidence evidence) {}

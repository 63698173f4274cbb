package dev.streamgauge.processors.explain;

/**
 * What the subject has to do with something else.
 *
 * @param to the id of a change, deploy or incident, or a commit
 */
public record Relation(String to, Reason reason) {}

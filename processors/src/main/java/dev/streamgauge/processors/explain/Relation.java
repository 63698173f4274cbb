package dev.streamgauge.processors.explain;

/**
 * What the subject has to do with something else.
 *
 * @param to the id of a change, deploy or incident, a commit or a request
 */
public record Relation(String to, Reason reason) {}

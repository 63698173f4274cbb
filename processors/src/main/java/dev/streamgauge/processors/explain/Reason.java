package dev.streamgauge.processors.explain;

/**
 * Why something is so.
 *
 * @param rule the rule's name in docs/metrics.md and in public records
 * @param because what it means here, for people
 */
public record Reason(String rule, String because) {}

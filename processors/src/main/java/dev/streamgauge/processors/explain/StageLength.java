package dev.streamgauge.processors.explain;

import java.time.Instant;

/**
 * A stage of a delivered change.
 *
 * @param stage its name
 * @param share of the change lead time; null if that is zero
 * @param occurred otherwise its length is zero, and averages leave it out
 * @param because what ended it, or why it did not occur
 */
public record StageLength(
        String stage, Instant from, Instant until, long lengthMs, Double share, boolean occurred, String because) {}

package dev.streamgauge.processors.explain;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened.
 *
 * @param at when
 * @param sinceMs how long after the moment before it, milliseconds; null: it is the first
 * @param what for people
 * @param gives the fields of the subject's facts that this moment gives
 * @param reason why it belongs to the subject
 * @param told the events that tell it, sorted; at least one
 */
public record Moment(Instant at, Long sinceMs, String what, List<String> gives, Reason reason, List<Told> told) {}

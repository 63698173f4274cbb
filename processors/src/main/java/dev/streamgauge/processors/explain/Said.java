package dev.streamgauge.processors.explain;

import java.time.Instant;
import java.util.List;

/**
 * Something that an event says happened.
 *
 * @param rank its place among what happened at the same instant
 * @param fields the fields of public records that it may give
 */
record Said(Instant at, int rank, String what, List<String> fields) {}

package dev.streamgauge.processors.store;

/**
 * A row of a table that differs from what was committed last.
 *
 * @param before as committed; null: it was not there
 * @param after as it will be committed; null: it is gone
 * @param number grows with each revision of the row
 */
public record Revision<V>(V before, V after, long number) {}

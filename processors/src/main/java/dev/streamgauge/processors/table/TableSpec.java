package dev.streamgauge.processors.table;

/**
 * A table that a model needs.
 *
 * @param name the store's name, part of the names of internal topics: never change it
 * @param type the class of the values
 * @param bound what bounds its size, in one line
 */
public record TableSpec<V>(String name, Class<V> type, String bound) {}

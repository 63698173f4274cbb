package dev.streamgauge.processors.table;

/**
 * A table that a model needs.
 *
 * @param store the store that it lives in, one for each question; part of the names of internal topics: never change it
 * @param name the table's name in its store: never change it
 * @param type the class of the values
 * @param bound what bounds its size, in one line
 * @param shelf how many texts at the beginning of a key say whose row it is: what has them in common is used together
 */
public record TableSpec<V>(String store, String name, Class<V> type, String bound, int shelf) {

    /** One whose keys begin with the repository. */
    public TableSpec(String store, String name, Class<V> type, String bound) {
        this(store, name, type, bound, 1);
    }
}

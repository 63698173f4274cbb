package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Codec.Row;

/** Numbers the versions of a table's rows. What was forgotten may come back, so a new row begins above all that ever were. */
final class Numbers {

    private final StoredRows<?> stored;
    private Long forgotten; // null: not read yet

    Numbers(StoredRows<?> stored) {
        this.stored = stored;
    }

    /** The number of the version that follows. */
    long after(Row<?> committed) {
        return (committed.revision() == 0 ? forgotten() : committed.revision()) + 1;
    }

    /** Nobody will know any more that a row had this number. */
    void forget(long number) {
        if (number > forgotten()) {
            stored.putForgotten(number);
            forgotten = number;
        }
    }

    private long forgotten() {
        if (forgotten == null) {
            forgotten = stored.forgotten();
        }
        return forgotten;
    }
}

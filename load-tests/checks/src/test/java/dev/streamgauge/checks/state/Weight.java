package dev.streamgauge.checks.state;

/**
 * What a table weighs.
 *
 * @param bytes of its keys and rows, before compression
 */
record Weight(long rows, long bytes) {

    Weight plus(Weight other) {
        return new Weight(rows + other.rows, bytes + other.bytes);
    }
}

package dev.streamgauge.processors.topology;

/**
 * Says that a record was processed.
 *
 * @param arrival when it arrived, epoch milliseconds
 */
record Processed(String topic, long offset, long arrival) {}

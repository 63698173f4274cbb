package dev.streamgauge.processors.publish;

import org.apache.avro.specific.SpecificRecord;

/**
 * A public record.
 *
 * @param value null: a tombstone
 */
public record Published(SpecificRecord key, SpecificRecord value) {}

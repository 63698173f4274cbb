package dev.streamgauge.generator;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event as it arrives.
 *
 * @param at the simulated moment of arrival, equal to the event's received_at; never before that of the emission before
 * @param event one of the event records; nobody may change it
 */
public record Emission(Instant at, SpecificRecordBase event) {}

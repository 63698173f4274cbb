package dev.streamgauge.processors.testkit;

import org.apache.avro.specific.SpecificRecord;

/** Somebody of the cast, who tells an event. */
@FunctionalInterface
public interface Telling {
    SpecificRecord event();
}

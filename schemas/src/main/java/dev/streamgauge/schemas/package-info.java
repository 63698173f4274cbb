/** The contract between the doors, the processors and the sinks: topics, records and how they are written on the wire. */
package dev.streamgauge.schemas;

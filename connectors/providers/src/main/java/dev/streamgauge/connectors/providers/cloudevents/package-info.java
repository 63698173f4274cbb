/** CloudEvents as they come over HTTP and Kafka, structured or binary: the envelope off, the data as it was. */
package dev.streamgauge.connectors.providers.cloudevents;

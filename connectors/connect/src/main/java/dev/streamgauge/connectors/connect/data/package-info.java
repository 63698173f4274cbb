/** Our Avro records as Kafka Connect's structs, and back, so that the registered schemas stay as they are. */
package dev.streamgauge.connectors.connect.data;

/** A real Kafka broker in this JVM; Kafka's server classes, which are no public API, are used here and nowhere else. */
package dev.streamgauge.standalone.broker;

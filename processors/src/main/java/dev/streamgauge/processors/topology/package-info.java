/** The Kafka Streams application: admit, assemble, aggregate. */
package dev.streamgauge.processors.topology;

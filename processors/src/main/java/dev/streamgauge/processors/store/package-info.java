/** The models' tables on Kafka Streams' stores: live objects, written back and published right before each commit. */
package dev.streamgauge.processors.store;

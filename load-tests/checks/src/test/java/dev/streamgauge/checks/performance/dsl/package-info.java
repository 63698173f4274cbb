/** The three aggregates of the peers, as one who knows Kafka Streams' DSL would write them at once. */
package dev.streamgauge.checks.performance.dsl;

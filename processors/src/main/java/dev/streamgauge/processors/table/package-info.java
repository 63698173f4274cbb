/** Ordered tables that the models keep their state in, without a Kafka import: a tree in tests, a changelogged store in production. */
package dev.streamgauge.processors.table;

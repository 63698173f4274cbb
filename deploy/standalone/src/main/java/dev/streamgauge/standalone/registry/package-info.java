/** A small schema registry that speaks Confluent's HTTP API for Avro, so that the standalone's records can be read by anybody's tools. */
package dev.streamgauge.standalone.registry;

/** Gerrit: the stream of its events, as its plugin writes them to Kafka. */
package dev.streamgauge.connectors.providers.gerrit;

/** Gerrit: the stream of its events, one JSON object each, as its plugins send them. */
package dev.streamgauge.connectors.providers.gerrit;

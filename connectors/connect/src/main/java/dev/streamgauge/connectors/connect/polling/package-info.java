/** Asking a provider's API for what happened: streams that remember how far they are, and the loop that runs them. Without Kafka Connect. */
package dev.streamgauge.connectors.connect.polling;

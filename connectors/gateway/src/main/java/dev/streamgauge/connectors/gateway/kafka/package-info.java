/** The way to the broker: acknowledged by all its replicas within a bounded time, or not at all. */
package dev.streamgauge.connectors.gateway.kafka;

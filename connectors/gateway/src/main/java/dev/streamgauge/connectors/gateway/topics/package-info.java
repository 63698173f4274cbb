/** The door for topics that delivery systems write to: read in order, mapped, acknowledged by the broker, and only then committed. */
package dev.streamgauge.connectors.gateway.topics;

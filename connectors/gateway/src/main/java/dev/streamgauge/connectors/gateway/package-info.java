/** The door for webhooks: verified over the raw bytes, mapped, acknowledged by the broker, and only then answered. */
package dev.streamgauge.connectors.gateway;

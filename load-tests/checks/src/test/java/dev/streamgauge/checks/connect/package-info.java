/** The pollers where people run them: in a real Kafka Connect worker, and beside the webhooks. */
package dev.streamgauge.checks.connect;

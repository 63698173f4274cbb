/** The sink as a service: a thread and a consumer group for each receiver, so that none waits for another. */
package dev.streamgauge.connectors.alerting.kafka;

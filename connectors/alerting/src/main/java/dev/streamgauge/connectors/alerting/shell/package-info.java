/** Kafka Connect around the delivery: settings, tasks, offsets. */
package dev.streamgauge.connectors.alerting.shell;

/** One shell of Kafka Connect around the pollers of all providers: settings, tasks, records, offsets. */
package dev.streamgauge.connectors.connect.shell;

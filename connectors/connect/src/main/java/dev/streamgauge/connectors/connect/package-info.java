/** What an administrator of Kafka Connect names in a configuration: the source connectors and the converter. */
package dev.streamgauge.connectors.connect;

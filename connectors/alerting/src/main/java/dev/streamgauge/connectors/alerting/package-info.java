/** What an administrator of Kafka Connect names in a configuration: the sink connector of alerts. */
package dev.streamgauge.connectors.alerting;

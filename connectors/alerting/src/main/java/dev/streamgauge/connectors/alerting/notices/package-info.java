/** What is to be told of an alert, to whom it concerns, in which words: pure, without Kafka and without a network. */
package dev.streamgauge.connectors.alerting.notices;

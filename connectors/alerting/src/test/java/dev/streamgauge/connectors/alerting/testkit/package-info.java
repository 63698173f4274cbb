/** Alerts, and the receivers that tests send them to. */
package dev.streamgauge.connectors.alerting.testkit;

/** Drills of the sink of alerts: processes that are killed, and receivers that fail, with figures. */
package dev.streamgauge.checks.alerting;

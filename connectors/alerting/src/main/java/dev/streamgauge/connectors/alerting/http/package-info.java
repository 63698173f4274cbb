/** Calls to receivers: only to addresses that may be called, within limits, and what the answers mean. */
package dev.streamgauge.connectors.alerting.http;

/** The webhook gateway on a real broker: hostile input, crashes, outages, and how fast it is. */
package dev.streamgauge.checks.gateway;

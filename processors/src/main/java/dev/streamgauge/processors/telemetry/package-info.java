/** What operators see of the processors at {@code /metrics}: delivery as it goes by, and how the processors themselves are. */
package dev.streamgauge.processors.telemetry;

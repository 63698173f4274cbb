/** What a delivery system sent, and the events that it means: pure functions, the same behind every door. A package per provider. */
package dev.streamgauge.connectors.providers;

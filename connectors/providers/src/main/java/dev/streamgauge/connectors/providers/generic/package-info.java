/** Streamgauge's own JSON form over HTTP: whatever can say {@code curl} is a source. */
package dev.streamgauge.connectors.providers.generic;

/** How a provider proves that a delivery is its own: pure functions over the raw bytes, in constant time, with two secrets at once. */
package dev.streamgauge.connectors.gateway.signatures;

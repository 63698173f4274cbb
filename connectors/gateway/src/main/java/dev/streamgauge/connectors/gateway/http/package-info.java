/** The way in: who may send how much, how fast, and what they are answered. */
package dev.streamgauge.connectors.gateway.http;

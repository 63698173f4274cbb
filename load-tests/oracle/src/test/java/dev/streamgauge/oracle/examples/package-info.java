/** Holds the tables of the worked examples in docs/metrics.md to what is computed from docs/examples. */
package dev.streamgauge.oracle.examples;

/** What others measured, as data with its year and source, and where a value stands in it. */
package dev.streamgauge.benchmarks;

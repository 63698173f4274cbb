/** The definitions of docs/metrics.md a second time, as SQL over the events' JSON form, to hold the processors to them. */
package dev.streamgauge.oracle;

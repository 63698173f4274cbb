/** Facts and aggregates as a report: sorted, and free of what depends on arrival or on the clock. */
package dev.streamgauge.standalone.report;

/** What it costs to process an event, beside others who do the same or less, by turns on the same broker and events. */
package dev.streamgauge.checks.performance;

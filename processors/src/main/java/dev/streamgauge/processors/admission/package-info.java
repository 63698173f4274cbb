/** What is let in: an event that could harm others is refused, with a reason. */
package dev.streamgauge.processors.admission;

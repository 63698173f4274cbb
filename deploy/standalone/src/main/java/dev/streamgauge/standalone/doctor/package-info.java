/** What one looks at, in which order, when the deliveries of a source do not arrive. */
package dev.streamgauge.standalone.doctor;

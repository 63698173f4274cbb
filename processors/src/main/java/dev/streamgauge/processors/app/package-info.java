/** Runs the topology: configuration, start, stop, and what happens when something fails. */
package dev.streamgauge.processors.app;

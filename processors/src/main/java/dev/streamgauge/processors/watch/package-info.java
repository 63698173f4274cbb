/** Watching: what waits, is red, held or silent at an instant of the wall clock, kept in memory, and what the rules say of it. */
package dev.streamgauge.processors.watch;

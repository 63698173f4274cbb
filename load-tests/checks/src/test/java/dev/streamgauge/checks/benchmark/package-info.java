/** What watching costs the processors beside their work. */
package dev.streamgauge.checks.benchmark;

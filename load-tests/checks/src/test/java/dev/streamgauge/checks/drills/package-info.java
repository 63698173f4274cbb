/** Fault drills: real processors and brokers are killed, paused, cut off and starved, and every result must still be the batch oracle's. */
package dev.streamgauge.checks.drills;

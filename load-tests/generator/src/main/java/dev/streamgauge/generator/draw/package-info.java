/** Seeded chance: the same seed draws the same on every machine and Java version. */
package dev.streamgauge.generator.draw;

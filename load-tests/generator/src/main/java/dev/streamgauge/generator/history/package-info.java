/** Small histories from small alphabets, in which everything collides with everything. */
package dev.streamgauge.generator.history;

/** When what the models keep is over, and what goes with it (docs/memory.md). */
package dev.streamgauge.processors.lifetimes;

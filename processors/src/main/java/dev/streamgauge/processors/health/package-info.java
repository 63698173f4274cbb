/** Is main green: the builds on main, and the episodes in which it was red, in commit order. */
package dev.streamgauge.processors.health;

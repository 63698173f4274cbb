/** Which commits are on main, in what order, what brought them, and what they are called. */
package dev.streamgauge.processors.landings;

/** What first reached each place on main, by the time at which it did: deploys of a lane, green builds. */
package dev.streamgauge.processors.staircase;

/** The door for local git history: reads a clone and tells its landings, its commits and its release tags as events. */
package dev.streamgauge.connectors.git;

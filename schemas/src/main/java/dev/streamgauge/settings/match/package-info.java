/** Patterns in configuration: names and paths with stars. */
package dev.streamgauge.settings.match;

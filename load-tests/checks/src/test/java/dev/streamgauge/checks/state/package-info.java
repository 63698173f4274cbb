/** How large the state becomes when a year passes. */
package dev.streamgauge.checks.state;

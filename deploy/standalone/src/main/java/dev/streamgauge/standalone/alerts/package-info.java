/** Rules and alerts at the command line: what is in force, and what fires. */
package dev.streamgauge.standalone.alerts;

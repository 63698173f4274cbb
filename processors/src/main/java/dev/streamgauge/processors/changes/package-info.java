/** What lands: change requests and direct pushes, each with its commits on main. */
package dev.streamgauge.processors.changes;

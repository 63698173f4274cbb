/** The command line: the commands, and how they fail, stop, show progress and print tables. */
package dev.streamgauge.standalone.cli;

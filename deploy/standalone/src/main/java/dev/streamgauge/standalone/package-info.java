/** Everything in one JVM: the data directory, the platform (broker and registry) that lives in it, and the command line. */
package dev.streamgauge.standalone;

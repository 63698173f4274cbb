/** The definitions of Apache DevLake over its own normalised tables, as SQL: to reconcile its numbers with ours. */
package dev.streamgauge.oracle.devlake;

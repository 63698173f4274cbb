/** DevLake's rules on tables of our own, one situation at a time. */
package dev.streamgauge.oracle.devlake;

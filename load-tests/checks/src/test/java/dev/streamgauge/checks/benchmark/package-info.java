/** How fast the processors work through a backlog, against a consumer that only reads it. */
package dev.streamgauge.checks.benchmark;

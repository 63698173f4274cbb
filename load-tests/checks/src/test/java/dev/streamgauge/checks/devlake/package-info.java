/** Apache DevLake's answers beside ours, on DevLake's own test data. */
package dev.streamgauge.checks.devlake;

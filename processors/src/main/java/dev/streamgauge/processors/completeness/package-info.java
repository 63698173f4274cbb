/** What is known to be missing, per source and repository. */
package dev.streamgauge.processors.completeness;

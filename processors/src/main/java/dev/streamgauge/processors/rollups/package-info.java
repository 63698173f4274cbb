/** Teams and organisations: who owns a repository, and the sums of what their repositories did. */
package dev.streamgauge.processors.rollups;

/** What the topics of the catalogue should be like in a cluster, how they differ, what that means, and what mends it. */
package dev.streamgauge.standalone.topics;

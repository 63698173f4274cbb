/** The gateway's sources that are topics, held to their promise on a real broker: what was written arrives, whatever happens meanwhile. */
package dev.streamgauge.checks.topics;

/** One small job, three aggregates, as somebody would write it in other people's processors: what the race holds ours against. */
package dev.streamgauge.peers;

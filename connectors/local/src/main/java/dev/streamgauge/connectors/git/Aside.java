package dev.streamgauge.connectors.git;

import java.time.Instant;
import java.util.List;

/** The commits up to a tagged one that HEAD does not reach and no earlier tag listed; ancestors first. */
record Aside(CommitNode tip, Instant at, List<CommitNode> commits) {}

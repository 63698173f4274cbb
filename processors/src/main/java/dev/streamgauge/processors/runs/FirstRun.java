package dev.streamgauge.processors.runs;

/** The run of a commit that finished first among those for one kind of branch. */
public record FirstRun(String repository, BranchClass branchClass, String sha, End end) {}

package dev.streamgauge.processors.topology;

/** Says that history was heard of a repository. */
record Heard(String repository) {}

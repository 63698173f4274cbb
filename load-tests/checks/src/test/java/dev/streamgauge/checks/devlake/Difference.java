package dev.streamgauge.checks.devlake;

/** Where an answer of DevLake and ours are not the same, and the rule that makes it so. */
record Difference(String request, Column column, String theirs, String ours, Rule rule) {}

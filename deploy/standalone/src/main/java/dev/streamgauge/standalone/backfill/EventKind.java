package dev.streamgauge.standalone.backfill;

/** What can be read of the past, in words that are the same for every provider. */
public enum EventKind {
    COMMITS,
    REQUESTS,
    BUILDS,
    DEPLOYS,
    INCIDENTS
}

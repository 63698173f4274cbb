package dev.streamgauge.processors.completeness;

/** Kinds of what can be missing: what leads elsewhere, and ends. */
public enum Gap {
    /** A deploy whose commit no event has listed. */
    DEPLOY_SHA_UNKNOWN,
    /** A deploy whose commit has no ancestor on main and no owner. */
    DEPLOY_OFF_MAIN,
    /** A build on main whose commit is not known to be there. */
    BUILD_WITHOUT_LANDING,
    /** A merged request whose landing was not seen. */
    MERGE_WITHOUT_LANDING,
    /** A landing that began at a commit that is not known to be on main. */
    LANDING,
    /** An incident that no deploy could be found for. */
    INCIDENT_UNATTRIBUTED,
    /** An attempt of a whole run that has not finished, as far as told. */
    BUILD_UNFINISHED,
    /** An attempt to deploy that has not finished, as far as told. */
    DEPLOY_UNFINISHED,
    /** A request that has neither landed nor been closed, as far as told. */
    REQUEST_OPEN,
    /** An incident that is not resolved, as far as told. */
    INCIDENT_OPEN
}

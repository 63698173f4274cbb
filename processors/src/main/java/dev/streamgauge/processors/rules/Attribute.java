package dev.streamgauge.processors.rules;

import java.util.List;

/** What a pattern can be about. */
public enum Attribute implements Named {
    REPOSITORY,
    TEAM,
    ORGANISATION,
    QUEUE,
    LABEL,
    WORKFLOW,
    SERVICE,
    ENVIRONMENT,
    SOURCE;

    /** As it is written in rules. */
    static final List<String> LABELS = Named.labels(values());
}

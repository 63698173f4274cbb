package dev.streamgauge.processors.rules;

/** Whose a subject is. */
public enum Level implements Named {
    REPOSITORY,
    TEAM,
    ORGANISATION;

    private final String label = Named.super.label();

    /** Whether nothing of this level has such a thing. */
    boolean lacks(Attribute attribute) {
        return (this != REPOSITORY && attribute == Attribute.REPOSITORY)
                || (this == ORGANISATION && attribute == Attribute.TEAM);
    }

    @Override
    public String label() {
        return label;
    }
}

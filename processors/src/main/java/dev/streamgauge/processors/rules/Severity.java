package dev.streamgauge.processors.rules;

/** How much an alert matters. */
public enum Severity implements Named {
    /** Somebody is woken. */
    PAGE,
    /** Somebody looks at it in working hours. */
    TICKET,
    /** Nobody has to do anything. */
    INFO;

    private final String label = Named.super.label();

    @Override
    public String label() {
        return label;
    }
}

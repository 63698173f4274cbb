package dev.streamgauge.processors.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What subjects there are, with the names of their parts and what a scope can say of them beside whose they are. */
public enum About {
    /** Of a queue with the label service/environment, these can be told as well. */
    QUEUE(
            List.of("queue", "label"),
            EnumSet.of(Attribute.QUEUE, Attribute.LABEL, Attribute.SERVICE, Attribute.ENVIRONMENT)),
    WORKFLOW(List.of("workflow"), EnumSet.of(Attribute.WORKFLOW)),
    LANE(List.of("service", "environment"), EnumSet.of(Attribute.SERVICE, Attribute.ENVIRONMENT)),
    SOURCE(List.of("source"), EnumSet.of(Attribute.SOURCE)),
    /** A partition of the events, which the watchdog watches. */
    PARTITION(List.of("partition"), EnumSet.noneOf(Attribute.class));

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> parts;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, and never handed out
    private final Set<Attribute> attributes;

    About(List<String> parts, Set<Attribute> attributes) {
        this.parts = parts;
        this.attributes = attributes;
    }

    /** The names of the parts, in order. */
    public List<String> parts() {
        return parts;
    }

    boolean has(Attribute attribute) {
        return attributes.contains(attribute);
    }
}

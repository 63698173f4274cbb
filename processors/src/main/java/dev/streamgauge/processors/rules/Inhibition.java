package dev.streamgauge.processors.rules;

import java.util.Set;

/**
 * While an alert like the source fires, alerts like the target are suppressed, if both are of the same repository (or team, or organisation) and
 * have these in common.
 */
public record Inhibition(Matcher source, Matcher target, Set<Attribute> equal) {

    /** Whether two subjects have in common what they must. */
    public boolean related(Subject one, Subject other) {
        return one.whose().level() == other.whose().level()
                && one.whose().name().equals(other.whose().name())
                && equal.stream()
                        .allMatch(attribute ->
                                one.get(attribute) != null && one.get(attribute).equals(other.get(attribute)));
    }
}

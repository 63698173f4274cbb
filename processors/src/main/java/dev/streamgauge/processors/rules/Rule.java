package dev.streamgauge.processors.rules;

import java.util.Map;

/**
 * When somebody is told of what.
 *
 * @param name unique in its set; also the name of its alerts
 * @param rulesVersion of the set that it is of
 */
public record Rule(
        String name,
        Kind kind,
        Reach reach,
        Limits limits,
        Holding holding,
        Notice notice,
        Sample sample,
        String rulesVersion) {

    /** Of whom and of what. */
    public record Reach(Level level, Scope scope) {}

    /**
     * In the kind's unit.
     *
     * @param severe the farther threshold; null: none
     * @param clear where it ends to fire
     */
    public record Limits(double threshold, Double severe, double clear) {}

    /** How long the condition must hold before it fires, and how long it goes on firing afterwards; milliseconds. */
    public record Holding(long forMs, long keepFiringForMs) {}

    /**
     * What people are told.
     *
     * @param severe the severity beyond the severe threshold
     * @param runbook null: none
     * @param summary with names in braces, see {@link Summary}; null: one is made of the kind
     */
    public record Notice(
            Severity severity, Severity severe, Map<String, String> labels, String runbook, String summary) {}

    /**
     * What a rate is taken of. What the kind does not have is null.
     *
     * @param minimum below so many builds, or changes, the value is unknown
     * @param windowMs how far back success_rate looks
     * @param objective of burn_rate: a ratio below 1
     */
    public record Sample(Integer minimum, Long windowMs, Double objective, Long longMs, Long shortMs) {}

    /** Whether it looks at this subject. */
    public boolean appliesTo(Subject subject) {
        return kind.about() == subject.about()
                && reach.level() == subject.whose().level()
                && (reach.scope().namesLabels() || kind.about() != About.QUEUE || subject.ofAllLabels())
                && reach.scope().matches(subject);
    }

    /** Whether it fires at this value, if it goes on. */
    public boolean exceeds(double value) {
        return kind.above() ? value > limits.threshold() : value < limits.threshold();
    }

    /** Whether the value is beyond the severe threshold. */
    public boolean isSevere(double value) {
        return limits.severe() != null && (kind.above() ? value > limits.severe() : value < limits.severe());
    }

    /** Whether it ends to fire at this value. Between here and the threshold all stays as it is. */
    public boolean clears(double value) {
        return kind.above() ? value <= limits.clear() : value >= limits.clear();
    }

    /** Lists of rules are compared for every subject, and names are unique within a set. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}

package dev.streamgauge.processors.rules;

/**
 * A time in which nobody is told of some subjects.
 *
 * @param from epoch milliseconds
 * @param until epoch milliseconds, not included
 * @param comment null: none
 */
public record Maintenance(String name, Scope scope, long from, long until, String comment) {

    /** Whether a subject is under maintenance at an instant of the wall clock, in epoch milliseconds. */
    public boolean covers(Subject subject, long now) {
        return from <= now && now < until && scope.matches(subject);
    }
}

package dev.streamgauge.processors.alerts;

import java.util.List;

/**
 * What was measured of a subject.
 *
 * @param gone whether there is no such subject any more: no condition holds of it
 * @param value in the unit of the rule's kind; null: it is unknown, or the subject is gone
 * @param items what it is about, the oldest first
 */
public record Measurement(boolean gone, Double value, List<AlertItem> items) {

    private static final Measurement UNKNOWN = new Measurement(false, null, List.of());
    private static final Measurement GONE = new Measurement(true, null, List.of());

    public static Measurement of(double value, List<AlertItem> items) {
        return new Measurement(false, value, items);
    }

    /** It cannot be said: nothing changes. */
    public static Measurement unknown() {
        return UNKNOWN;
    }

    /** There is no such subject any more. */
    public static Measurement ofNothing() {
        return GONE;
    }

    boolean known() {
        return gone || (value != null && !value.isNaN());
    }
}

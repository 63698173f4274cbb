package dev.streamgauge.schemas;

import java.util.Locale;

/** Why input is refused. */
public enum Refusal {
    /** A time of the event is before 1990, or too far after its arrival. */
    TIME_OUT_OF_RANGE,
    /** A required field is missing or null. */
    MISSING_FIELD,
    /** The record's key is not the event's repository. */
    KEY_MISMATCH,
    /** The bytes are not what they should be. */
    UNDECODABLE,
    /** The line is not one JSON object. */
    BROKEN_JSON,
    /** The event's type is not known. */
    UNKNOWN_TYPE,
    /** The event has a field that its type does not have. */
    UNKNOWN_FIELD,
    /** A field's value is not of the field's type, or not allowed. */
    BAD_VALUE,
    /** The event is too large. */
    TOO_LARGE,
    /** The event is about something that was over so long ago that it may be forgotten. */
    BEYOND_MEMORY;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The reason's name in metrics, headers and reports. */
    public String code() {
        return code;
    }
}

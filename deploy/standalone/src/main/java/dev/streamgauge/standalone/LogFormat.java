package dev.streamgauge.standalone;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which form a service says what happens. */
public enum LogFormat {
    /** Lines for people. */
    TEXT,
    /** A JSON object a line, for machines. */
    JSON;

    /** The form of this name; empty: there is none. */
    public static Optional<LogFormat> named(String name) {
        return Stream.of(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}

package dev.streamgauge.processors.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A constant that is written in lower case in files and topics. */
interface Named {

    /** The constant's name in Java. */
    String name();

    /** As it is written. */
    default String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The labels of all constants, in order. */
    static List<String> labels(Named... constants) {
        return Stream.of(constants).map(Named::label).toList();
    }
}

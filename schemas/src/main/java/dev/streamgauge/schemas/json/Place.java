package dev.streamgauge.schemas.json;

import dev.streamgauge.schemas.Refusal;

/**
 * Where in an event a value stands.
 *
 * @param record the simple name of the record that the field belongs to
 * @param field the field's name
 * @param path the whole way to it, for people: {@code commits[3].sha}
 */
record Place(String record, String field, String path) {

    private static final int LONGEST_QUOTE = 60;

    Place element(int index) {
        return new Place(record, field, path + "[" + index + "]");
    }

    BadEventException bad(String problem) {
        return new BadEventException(Refusal.BAD_VALUE, path + " " + problem);
    }

    /** @param found the value that is there */
    BadEventException bad(String found, String rule) {
        return new BadEventException(
                Refusal.BAD_VALUE, path + " is " + cut(found) + ", but " + rule, path + " " + rule);
    }

    /** Enough of a value to find it again. */
    static String cut(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}

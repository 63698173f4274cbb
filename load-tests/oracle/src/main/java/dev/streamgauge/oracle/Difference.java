package dev.streamgauge.oracle;

/**
 * One thing in which two reports disagree.
 *
 * @param section the section's title
 * @param key the row's key: its fields, parted by " / "
 * @param field the field, or "" if the whole row is missing or too much
 * @param expected what the oracle says, as JSON, or "" if it says nothing
 * @param actual what was streamed, as JSON, or "" if nothing was
 */
public record Difference(String section, String key, String field, String expected, String actual) {

    @Override
    public String toString() {
        String where = section + " [" + key + "]";
        if (!field.isEmpty()) {
            return "%s %s: expected %s, but was %s".formatted(where, field, said(expected), said(actual));
        }
        return actual.isEmpty()
                ? where + ": missing, expected " + expected
                : where + ": not expected, but was " + actual;
    }

    private static String said(String value) {
        return value.isEmpty() ? "no such field" : value;
    }
}

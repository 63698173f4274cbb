package dev.streamgauge.standalone.registry;

import java.util.NavigableMap;

/** A version as a client names it: by its number, or the latest (-1). */
record VersionRef(int number) {

    private static final int LATEST = -1;

    /** @throws Failure if the text is neither a number from 1 nor latest */
    static VersionRef parse(String text) {
        if (text.equals("latest")) {
            return new VersionRef(LATEST);
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 || number == LATEST) {
                return new VersionRef(number);
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number that is none.
        }
        throw Failure.invalidVersion(text);
    }

    boolean isLatest() {
        return number == LATEST;
    }

    /** @param versions at least one */
    SchemaVersion in(NavigableMap<Integer, SchemaVersion> versions) {
        SchemaVersion found = isLatest() ? versions.lastEntry().getValue() : versions.get(number);
        if (found == null) {
            throw Failure.noVersion(number);
        }
        return found;
    }
}

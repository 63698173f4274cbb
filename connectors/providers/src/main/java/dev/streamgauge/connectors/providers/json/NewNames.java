package dev.streamgauge.connectors.providers.json;

import java.util.HashSet;
import java.util.Set;

/**
 * Bounds how many letters the different names of a document may have. Jackson keeps the names that it has met, and copies them all whenever their place
 * becomes too small, which it makes larger by a little each time: 25 MB of different names would take half a minute.
 */
final class NewNames {

    /** So many letters, also of names that are met again, nobody counts: nearly every document is below. */
    private static final int UNCOUNTED = 4_000_000;

    /** So many letters new names may have behind that. */
    private static final int MOST = 2_000_000;

    private final Set<String> met = new HashSet<>();
    private int all;
    private int fresh;

    /** False if it is too much. */
    boolean take(String name) {
        if (all <= UNCOUNTED) {
            all += name.length();
            return true;
        }
        fresh += met.add(name) ? name.length() : 0;
        return fresh <= MOST;
    }
}

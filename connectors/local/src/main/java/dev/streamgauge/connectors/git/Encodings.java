package dev.streamgauge.connectors.git;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up the encodings that commits name. Java searches all its providers for a name it does not know, each time anew, which is slow; so the answers are kept. */
final class Encodings {

    /** A history names a handful. One that names thousands was made up, and shall not fill the memory. */
    private static final int MAX_KEPT = 1_000;

    private static final Map<String, Optional<Charset>> KEPT = new ConcurrentHashMap<>();

    private Encodings() {}

    /** The encoding of this name; UTF-8 if the name is empty or unknown. */
    static Charset named(String name) {
        return find(name).orElse(StandardCharsets.UTF_8);
    }

    static boolean isUnknown(String name) {
        return find(name).isEmpty();
    }

    private static Optional<Charset> find(String name) {
        if (name.isEmpty()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        Optional<Charset> kept = KEPT.get(name);
        if (kept != null) {
            return kept;
        }
        Optional<Charset> found = search(name);
        if (KEPT.size() < MAX_KEPT) {
            KEPT.put(name, found);
        }
        return found;
    }

    private static Optional<Charset> search(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package dev.streamgauge.checks.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Set;

/**
 * Something that no honest sender sends.
 *
 * @param parts of the request, as bytes
 * @param statuses that are right for it; usually one
 * @param place where it must be afterwards, and nowhere else
 */
record Hostile(String name, List<byte[]> parts, Set<Integer> statuses, Place place) {

    /** Where a delivery ends. */
    enum Place {
        /** In no topic at all. */
        NOWHERE,
        /** Among the events, and kept as it came. */
        EVENTS,
        /** Among the dead letters, and kept as it came. */
        DEAD_LETTERS
    }

    static Hostile refused(int status, String name, byte[] request) {
        return new Hostile(name, List.of(request), Set.of(status), Place.NOWHERE);
    }

    /** Refused by Jetty, which ends some of these without a word. */
    static Hostile broken(String name, String request) {
        byte[] bytes = request.getBytes(ISO_8859_1);
        return new Hostile(
                name, List.of(bytes), Set.of(400, 404, 414, 431, 501, 505, RawSocket.NO_ANSWER), Place.NOWHERE);
    }

    static Hostile quarantined(String name, byte[] body, String... headers) {
        return new Hostile(name, List.of(Requests.signed(body, headers)), Set.of(202), Place.DEAD_LETTERS);
    }

    static Hostile taken(String name, byte[] request) {
        return new Hostile(name, List.of(request), Set.of(202), Place.EVENTS);
    }

    byte[][] bytes() {
        return parts.toArray(byte[][]::new);
    }

    @Override
    public String toString() {
        return name + ": " + statuses + ", " + place;
    }
}

package dev.streamgauge.connectors.providers.devlake;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.time.Instant;

/** DevLake's fields have two spellings, of before and after its version 1: {@code commit_sha} and {@code commitSha}. Scripts of both are in use. */
final class Either {

    private Either() {}

    /** The first that is there; if none is, the first name, so that a complaint names it. */
    static String[] name(Json json, String... names) {
        for (String name : names) {
            if (json.has(name)) {
                return new String[] {name};
            }
        }
        return new String[] {names[0]};
    }

    static String text(Json json, String... names) {
        return json.textOrNull(name(json, names));
    }

    static Instant time(Json json, String... names) throws UnmappableException {
        return json.timeOrNull(name(json, names));
    }
}

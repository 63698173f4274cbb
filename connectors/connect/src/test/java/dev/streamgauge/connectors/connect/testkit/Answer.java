package dev.streamgauge.connectors.connect.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the server answers.
 *
 * @param sent how many of the body's bytes arrive before the connection breaks; null: all
 */
public record Answer(int status, Map<String, String> headers, String body, Integer sent) {

    public static Answer json(String body) {
        return new Answer(200, Map.of(), body, null);
    }

    public static Answer status(int status) {
        return new Answer(status, Map.of(), "{\"message\":\"as the test wants it\"}", null);
    }

    public Answer with(String header, Object value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value.toString());
        return new Answer(status, more, body, sent);
    }

    public Answer saying(String text) {
        return new Answer(status, headers, text, sent);
    }

    /** Breaks off in the middle of the body. */
    public Answer brokenAfter(int bytes) {
        return new Answer(status, headers, body, bytes);
    }
}

package dev.streamgauge.connectors.connect.polling.http;

import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * A whole answer.
 *
 * @param from the address that answered
 * @param status 2xx, or 304
 * @param body null for 304 and for an empty answer
 */
public record ApiReply(URI from, int status, HttpHeaders headers, Json body) {

    /** Whether nothing has changed since the entity tag that was sent. */
    public boolean unchanged() {
        return status == 304;
    }

    /** Its entity tag, or null. */
    public String etag() {
        return header("etag").orElse(null);
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The address of the next page, as the API itself names it; null on the last page. */
    public URI next() {
        return headers.allValues("link").stream()
                .map(Links::next)
                .flatMap(Optional::stream)
                .findFirst()
                .map(from::resolve)
                .orElse(null);
    }
}

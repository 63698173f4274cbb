package dev.streamgauge.connectors.connect.polling.http;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What an HTTP status of an API means to us. */
final class Answers {

    private Answers() {}

    /** Whether the call was refused for being one too many. GitHub says so with 403 as well. */
    static boolean limits(HttpResponse<byte[]> response) {
        if (response.statusCode() == 429) {
            return true;
        }
        if (response.statusCode() != 403) {
            return false;
        }
        boolean none = response.headers()
                .firstValue("x-ratelimit-remaining")
                .map(String::strip)
                .filter("0"::equals)
                .isPresent();
        return none || response.headers().firstValue("retry-after").isPresent() || namesTheLimit(response.body());
    }

    private static boolean namesTheLimit(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains("rate limit");
    }

    /** Passes what was answered as asked: 2xx and 304. */
    static void require(HttpResponse<byte[]> response) throws ApiException {
        int status = response.statusCode();
        if (status / 100 == 2 || status == 304) {
            return;
        }
        if (status >= 500 || status == 408 || status == 425) {
            throw new ApiException.Unavailable(describe(response), null);
        }
        throw new ApiException.Refused(describe(response) + advice(status), status);
    }

    private static String advice(int status) {
        return switch (status) {
            case 401 -> ": the token is wrong, or has expired";
            case 403 -> ": the token lacks a permission for it";
            case 404 -> ": it does not exist, or the token may not see it";
            default -> status / 100 == 3 ? ": it has moved; name its new address" : "";
        };
    }

    static String describe(HttpResponse<byte[]> response) {
        return "%s answered %d".formatted(shown(response.uri()), response.statusCode());
    }

    /** An address for people: without its query, which may hold a cursor or worse. */
    static String shown(URI address) {
        return address.getHost() + address.getRawPath();
    }
}

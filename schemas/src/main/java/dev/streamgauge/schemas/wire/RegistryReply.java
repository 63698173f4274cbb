package dev.streamgauge.schemas.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What the registry answered.
 *
 * @param errorCode Confluent's error code; 0: none
 * @param date its clock, to the second; null: it does not say
 */
record RegistryReply(URI uri, int status, int errorCode, JsonNode body, Instant date) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static RegistryReply of(URI uri, HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        JsonNode body = json(response.body());
        if (status == 200 && !body.isObject()) {
            throw new RegistryConfigException(uri + " is not a schema registry: it answered 200 without a JSON object");
        }
        RegistryReply reply =
                new RegistryReply(uri, status, body.path("error_code").asInt(0), body, date(response));
        reply.refuseAccess(response.headers().firstValue("Location").orElse("elsewhere"));
        return reply;
    }

    private static Instant date(HttpResponse<byte[]> response) {
        try {
            return response.headers()
                    .firstValue("Date")
                    .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from))
                    .orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private void refuseAccess(String location) {
        if (status == 401 || status == 403) {
            throw new RegistryConfigException("The schema registry refuses access (" + status + " from " + uri
                    + "): check " + WireConfig.USER_INFO + " or " + WireConfig.BEARER_TOKEN
                    + ", and the rights of that user");
        }
        if (status / 100 == 3) {
            throw new RegistryConfigException("The schema registry sends us from " + uri + " to " + location + ": set "
                    + WireConfig.URL + " to the address that answers");
        }
        if (status == 404 && errorCode / 100 != 404) {
            throw new RegistryConfigException(
                    "There is no schema registry at " + uri + " (404): check " + WireConfig.URL + ", also its path");
        }
    }

    boolean ok() {
        return status == 200;
    }

    /** An answer that we did not expect, as an exception to throw. */
    RegistryConfigException refusal(String what) {
        return new RegistryConfigException(
                "The schema registry refused to " + what + " (" + status + " from " + uri + "): " + message());
    }

    String message() {
        return body.path("message").asText("no message");
    }
}

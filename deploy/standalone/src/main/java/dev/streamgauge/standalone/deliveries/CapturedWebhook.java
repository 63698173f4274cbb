package dev.streamgauge.standalone.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.Names;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A webhook that somebody captured: {@code {"source": "github", "received_at": "…", "headers": {…}, "body": "…"}}. */
record CapturedWebhook(Provider provider, Delivery delivery) {

    static final String BODY = "body";
    static final String BODY_BASE64 = "body_base64";

    private static final String SOURCE = "source";
    private static final String HEADERS = "headers";
    private static final String RECEIVED_AT = "received_at";
    private static final String PATH = "path";
    private static final List<String> FIELDS = List.of(SOURCE, RECEIVED_AT, PATH, HEADERS, BODY, BODY_BASE64);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static CapturedWebhook parse(byte[] line) throws BadEventException {
        JsonNode json = tree(line);
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw new BadEventException(
                        Refusal.UNKNOWN_FIELD,
                        "'%s' is no field of a captured webhook, %s"
                                .formatted(field.getKey(), Names.suggest(field.getKey(), FIELDS)));
            }
        }
        return new CapturedWebhook(provider(json), new Delivery(headers(json), body(json), receivedAt(json)));
    }

    private static JsonNode tree(byte[] line) throws BadEventException {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new BadEventException(Refusal.BROKEN_JSON, "The line is not one JSON object");
        }
    }

    private static Provider provider(JsonNode json) throws BadEventException {
        String name = text(json, SOURCE);
        Provider provider = Providers.named(name);
        if (provider == null) {
            List<String> all = Providers.all().stream().map(Provider::name).toList();
            throw bad("source is '%s', which is no provider, %s".formatted(name, Names.suggest(name, all)));
        }
        return provider;
    }

    private static Map<String, String> headers(JsonNode json) throws BadEventException {
        Map<String, String> headers = new HashMap<>();
        JsonNode given = json.path(HEADERS);
        if (!given.isMissingNode() && !given.isObject()) {
            throw bad("headers should be an object");
        }
        for (Map.Entry<String, JsonNode> header : given.properties()) {
            if (!header.getValue().isTextual()) {
                throw bad("headers.%s should be a text".formatted(header.getKey()));
            }
            headers.put(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText());
        }
        if (json.has(PATH)) {
            headers.put(Delivery.PATH, text(json, PATH));
        }
        return headers;
    }

    private static byte[] body(JsonNode json) throws BadEventException {
        if (json.has(BODY) == json.has(BODY_BASE64)) {
            throw bad("there should be either body or body_base64");
        }
        if (json.has(BODY)) {
            return text(json, BODY).getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text(json, BODY_BASE64));
        } catch (IllegalArgumentException e) {
            throw bad("body_base64 is no Base64");
        }
    }

    // It dates what the delivery itself does not date, so it cannot be left out, and cannot be now.
    private static Instant receivedAt(JsonNode json) throws BadEventException {
        JsonNode given = json.path(RECEIVED_AT);
        if (given.canConvertToLong() && given.isIntegralNumber()) {
            return Instant.ofEpochMilli(given.asLong());
        }
        try {
            return OffsetDateTime.parse(text(json, RECEIVED_AT)).toInstant();
        } catch (DateTimeException e) {
            throw bad("received_at should be a time such as 2026-03-01T09:30:00Z, or epoch milliseconds");
        }
    }

    private static String text(JsonNode json, String name) throws BadEventException {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadEventException(Refusal.MISSING_FIELD, "A captured webhook needs " + name);
        }
        if (!value.isTextual()) {
            throw bad(name + " should be a text");
        }
        return value.asText();
    }

    private static BadEventException bad(String message) {
        return new BadEventException(Refusal.BAD_VALUE, message);
    }
}

package dev.streamgauge.connectors.providers.generic;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.schemas.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The events of a body, apart: it is one object, an array of them, or NDJSON with one a line. */
final class GenericBody {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** More would take longer to read than a sender waits for an answer. */
    private static final int MOST_EVENTS = 10_000;

    private GenericBody() {}

    /**
     * One event's text, and where it stands.
     *
     * @param place for people: {@code line 3}, {@code event 3}; empty if there is nothing else
     */
    record Part(String place, String text) {}

    static List<Part> parts(Delivery delivery) throws UnmappableException {
        List<Part> parts = apart(delivery);
        if (parts.size() > MOST_EVENTS) {
            throw new UnmappableException(
                    Refusal.TOO_LARGE,
                    "%d events in one request: send at most %d".formatted(parts.size(), MOST_EVENTS));
        }
        return parts;
    }

    private static List<Part> apart(Delivery delivery) throws UnmappableException {
        String text = text(delivery.body());
        if (isLines(delivery, text)) {
            return lines(text);
        }
        Json body = Json.parse(text.getBytes(StandardCharsets.UTF_8));
        return body.isList() ? elements(body) : List.of(new Part("", text));
    }

    private static String text(byte[] body) throws UnmappableException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnmappableException(Refusal.BROKEN_JSON, "The body is not UTF-8");
        }
    }

    /** Said by its type, or seen: several lines, each of which begins an object. An object printed over several lines is not seen as such. */
    private static boolean isLines(Delivery delivery, String text) {
        String type = delivery.header("content-type");
        if (type != null && type.toLowerCase(Locale.ROOT).matches("application/(x-)?(ndjson|jsonl|json-lines).*")) {
            return true;
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.size() > 1
                && lines.stream().allMatch(line -> line.stripLeading().startsWith("{"));
    }

    private static List<Part> lines(String text) {
        List<String> lines = text.lines().toList();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                parts.add(new Part("line " + (i + 1), lines.get(i)));
            }
        }
        return parts;
    }

    private static List<Part> elements(Json body) {
        List<Json> elements = body.list();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            parts.add(new Part("event " + (i + 1), elements.get(i).write()));
        }
        return parts;
    }
}

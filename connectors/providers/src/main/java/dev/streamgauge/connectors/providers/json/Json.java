package dev.streamgauge.connectors.providers.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.schemas.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A JSON value, and where it stands in its document, so that a complaint can say where. Null, absent and of the wrong kind along the way are one: missing. */
public final class Json {

    /** No honest payload comes near these; a hostile one would cost memory and time. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxStringLength(1_000_000)
            .maxNestingDepth(64)
            .maxNumberLength(100)
            .maxNameLength(10_000)
            .maxTokenCount(500_000)
            .build();

    /** Thirty years: what is longer is a mistake, and would run over. */
    private static final double MOST_SECONDS = 1e9;

    private static final ObjectMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Of a value that is no element of a list. */
    private static final int NO_ELEMENT = -1;

    private final JsonNode node;
    // Where it stands, for complaints only: nearly no value is ever complained of.
    private final Json above;
    private final String[] path;
    private final int element;

    private Json(JsonNode node, Json above, int element, String... path) {
        this.node = node;
        this.above = above;
        this.element = element;
        this.path = path;
    }

    /**
     * Parses a whole document.
     *
     * @throws UnmappableException if it is not one JSON value, or beyond the limits
     */
    public static Json parse(byte[] bytes) throws UnmappableException {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root == null || root.isMissingNode()) {
                throw new UnmappableException(Refusal.BROKEN_JSON, "The body is empty, a JSON object was expected");
            }
            return new Json(root, null, NO_ELEMENT);
        } catch (JsonProcessingException e) {
            throw new UnmappableException(Refusal.BROKEN_JSON, "The body is no JSON: " + at(e));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    // The parser's own message may quote the body, and with it what must not be told.
    private static String at(JsonProcessingException e) {
        String kind = e.getClass().getSimpleName();
        return e.getLocation() == null
                ? kind
                : "%s in line %d, column %d"
                        .formatted(
                                kind,
                                e.getLocation().getLineNr(),
                                e.getLocation().getColumnNr());
    }

    /** The value at a path of names; it may be missing. */
    public Json at(String... names) {
        return new Json(find(names), this, NO_ELEMENT, names);
    }

    private JsonNode find(String... names) {
        JsonNode found = node;
        for (String name : names) {
            found = found.path(name);
        }
        return found.isNull() ? MissingNode.getInstance() : found;
    }

    private String place() {
        if (above == null) {
            return "";
        }
        StringBuilder place = new StringBuilder(above.place());
        for (String name : path) {
            place.append(place.isEmpty() ? "" : ".").append(name);
        }
        return element == NO_ELEMENT
                ? place.toString()
                : place.append('[').append(element).append(']').toString();
    }

    private String placeOrBody() {
        String place = place();
        return place.isEmpty() ? "body" : place;
    }

    public boolean isMissing() {
        return node.isMissingNode() || node.isNull();
    }

    public boolean has(String... path) {
        return !find(path).isMissingNode();
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node.isArray();
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** The value as JSON again, on one line. */
    public String write() {
        return node.toString();
    }

    /** The elements of the list at a path; none if it is missing or no list. */
    public List<Json> list(String... path) {
        Json array = at(path);
        List<Json> elements = new ArrayList<>();
        for (int i = 0; array.node.isArray() && i < array.node.size(); i++) {
            elements.add(new Json(array.node.get(i), array, i));
        }
        return elements;
    }

    /** The names of the fields of the object at a path; none if it is missing or no object. */
    public List<String> names(String... path) {
        List<String> names = new ArrayList<>();
        find(path).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The text at a path, or a number as text; null if it is missing or empty. */
    public String textOrNull(String... path) {
        JsonNode found = find(path);
        String text = found.isTextual() || found.isIntegralNumber() ? found.asText() : null;
        return text == null || text.isEmpty() ? null : text;
    }

    /** The text at a path, or a number as text. */
    public String text(String... path) throws UnmappableException {
        String text = textOrNull(path);
        if (text == null) {
            throw at(path).missing("a text");
        }
        return text;
    }

    /** The time at a path; null if it is missing or empty. A text that is no time is an error, not a missing time. */
    public Instant timeOrNull(String... path) throws UnmappableException {
        Json found = at(path);
        if (textOrNull(path) == null) {
            return null;
        }
        Instant time = found.node.isTextual() ? Moments.parse(found.node.asText()) : found.epochOrNull();
        if (time == null) {
            throw new UnmappableException(
                    Refusal.BAD_VALUE, "'%s' is no time that is understood".formatted(found.place()));
        }
        return time;
    }

    private Instant epochOrNull() {
        return node.canConvertToLong() ? Moments.ofEpoch(node.longValue()) : null;
    }

    /** The time at a path. */
    public Instant time(String... path) throws UnmappableException {
        Instant time = timeOrNull(path);
        if (time == null) {
            throw at(path).missing("a time");
        }
        return time;
    }

    /** The whole number at a path; null if it is missing or does not fit. */
    public Long numberOrNull(String... path) {
        JsonNode found = find(path);
        return found.isIntegralNumber() && found.canConvertToLong() ? found.longValue() : null;
    }

    /** The same as an int; null if it is missing, negative or does not fit. */
    public Integer countOrNull(String... path) {
        Long number = numberOrNull(path);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    /** The length of time at a path, which is given in seconds; null if it is missing, negative, or longer than any build. */
    public Duration secondsOrNull(String... path) {
        JsonNode found = find(path);
        double seconds = found.isNumber() ? found.doubleValue() : -1;
        return seconds >= 0 && seconds < MOST_SECONDS ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
    }

    /** Whether there is {@code true} at a path. */
    public boolean isTrue(String... path) {
        return find(path).booleanValue();
    }

    /** That this value is missing, and what it should be. */
    public UnmappableException missing(String expected) {
        return new UnmappableException(
                Refusal.MISSING_FIELD, "'%s' is missing, %s was expected".formatted(placeOrBody(), expected));
    }

    /** That this value is not what it should be. The value itself is not told. */
    public UnmappableException bad(String expected) {
        return new UnmappableException(Refusal.BAD_VALUE, "'%s' should be %s".formatted(placeOrBody(), expected));
    }
}

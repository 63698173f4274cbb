package dev.streamgauge.connectors.providers.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.schemas.Refusal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A JSON value, and where it stands in its document, so that a complaint can say where. Null, absent and of the wrong kind along the way are one: missing. */
public final class Json {

    /** Thirty years: what is longer is a mistake, and would run over. */
    private static final double MOST_SECONDS = 1e9;

    /** Of a value that is no element of a list. */
    private static final int NO_ELEMENT = -1;

    private final Tree tree;
    private final int value;
    // Where it stands, for complaints only: nearly no value is ever complained of.
    private final Json above;
    private final String[] path;
    private final int element;

    private Json(Tree tree, int value, Json above, int element, String... path) {
        this.tree = tree;
        this.value = value;
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
            Tree tree = TreeReader.read(bytes);
            if (tree == null) {
                throw new UnmappableException(Refusal.BROKEN_JSON, "The body is empty, a JSON object was expected");
            }
            return new Json(tree, 0, null, NO_ELEMENT);
        } catch (CharacterCodingException e) {
            throw new UnmappableException(
                    Refusal.BROKEN_JSON, "The body is no JSON: its bytes are no text in UTF-8, UTF-16 or UTF-32");
        } catch (JsonProcessingException e) {
            throw new UnmappableException(Refusal.BROKEN_JSON, "The body is no JSON: " + at(e));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /** A document in UTF-8, in whatever encoding JSON allows it came; the same bytes if it is in UTF-8 already, or no text at all. */
    public static byte[] utf8(byte[] bytes) {
        try {
            return Utf8.of(bytes);
        } catch (CharacterCodingException e) {
            return bytes;
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
        return new Json(tree, find(names), this, NO_ELEMENT, names);
    }

    private int find(String... names) {
        int found = tree.isMissing(value) ? Tree.MISSING : value;
        for (String name : names) {
            found = tree.field(found, name);
        }
        return found;
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
        return tree.isMissing(value);
    }

    public boolean has(String... path) {
        return find(path) != Tree.MISSING;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return tree.is(value, JsonToken.START_ARRAY);
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return tree.is(value, JsonToken.START_OBJECT);
    }

    /** The value as JSON again, on one line. */
    public String write() {
        return tree.write(value);
    }

    /** The elements of the list at a path; none if it is missing or no list. */
    public List<Json> list(String... path) {
        Json array = at(path);
        List<Json> elements = new ArrayList<>();
        if (array.isList()) {
            for (int found = tree.first(array.value); found != Tree.MISSING; found = tree.next(found)) {
                elements.add(new Json(tree, found, array, elements.size()));
            }
        }
        return elements;
    }

    /** The names of the fields of the object at a path; none if it is missing or no object. */
    public List<String> names(String... path) {
        List<String> names = new ArrayList<>();
        int object = find(path);
        if (tree.is(object, JsonToken.START_OBJECT)) {
            for (int field = tree.first(object); field != Tree.MISSING; field = tree.next(field)) {
                names.add(tree.name(field));
            }
        }
        return names;
    }

    /** The text at a path, or a number as text; null if it is missing or empty. */
    public String textOrNull(String... path) {
        int found = find(path);
        boolean told = tree.is(found, JsonToken.VALUE_STRING) || tree.is(found, JsonToken.VALUE_NUMBER_INT);
        String text = told ? tree.text(found) : null;
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
        String text = found.textOrNull();
        if (text == null) {
            return null;
        }
        Instant time = tree.is(found.value, JsonToken.VALUE_STRING) ? Moments.parse(text) : found.epochOrNull();
        if (time == null) {
            throw new UnmappableException(
                    Refusal.BAD_VALUE, "'%s' is no time that is understood".formatted(found.place()));
        }
        return time;
    }

    private Instant epochOrNull() {
        Long count = numberOrNull();
        return count == null ? null : Moments.ofEpoch(count);
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
        int found = find(path);
        return tree.is(found, JsonToken.VALUE_NUMBER_INT) ? longOrNull(tree.text(found)) : null;
    }

    private static Long longOrNull(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The same as an int; null if it is missing, negative or does not fit. */
    public Integer countOrNull(String... path) {
        Long number = numberOrNull(path);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    /** The length of time at a path, which is given in seconds; null if it is missing, negative, or longer than any build. */
    public Duration secondsOrNull(String... path) {
        int found = find(path);
        double seconds = tree.isNumber(found) ? Double.parseDouble(tree.text(found)) : -1;
        return seconds >= 0 && seconds < MOST_SECONDS ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
    }

    /** Whether there is {@code true} at a path. */
    public boolean isTrue(String... path) {
        return tree.is(find(path), JsonToken.VALUE_TRUE);
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

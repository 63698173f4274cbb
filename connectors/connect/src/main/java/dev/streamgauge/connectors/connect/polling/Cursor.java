package dev.streamgauge.connectors.connect.polling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How far a stream is. What is null is not known, or not used by the stream.
 *
 * @param updatedAt everything that the provider changed up to here has been told
 * @param passUntil the {@code updatedAt} of when the pass that is under way will be through
 * @param pageCursor where the pass that is under way goes on: an address below the API's base
 * @param etag of the first page when the last pass was through
 * @param lastId the last entity that was told
 */
public record Cursor(Instant updatedAt, Instant passUntil, String pageCursor, String etag, String lastId) {

    /** The names of the primitive form, in which Kafka Connect and people keep cursors. */
    public static final Set<String> NAMES = Set.of("updated_at", "pass_until", "page_cursor", "etag", "last_id");

    /** From the beginning. */
    public static final Cursor NONE = new Cursor(null, null, null, null, null);

    /** Nothing from before a time. */
    public static Cursor since(Instant time) {
        return new Cursor(time, null, null, null, null);
    }

    /** The same, from another time on. */
    Cursor from(Instant time) {
        return new Cursor(time, passUntil, pageCursor, etag, lastId);
    }

    /** The same, further in the pass that is under way. */
    public Cursor at(Instant until, String page) {
        return new Cursor(updatedAt, until, page, etag, lastId);
    }

    /** The pass is through. */
    public Cursor through(Instant until, String tag) {
        return new Cursor(until, null, null, tag, lastId);
    }

    /** The same after an entity. */
    public Cursor after(String id) {
        return new Cursor(updatedAt, passUntil, pageCursor, etag, id);
    }

    /** Names and primitive values; times as texts. What is null is left out. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "updated_at", updatedAt);
        put(map, "pass_until", passUntil);
        put(map, "page_cursor", pageCursor);
        put(map, "etag", etag);
        put(map, "last_id", lastId);
        return map;
    }

    private static void put(Map<String, Object> map, String name, Object value) {
        if (value != null) {
            map.put(name, value.toString());
        }
    }

    /**
     * What {@link #toMap} wrote, or a person.
     *
     * @param map null: {@link #NONE}
     * @throws java.time.DateTimeException if a time is none
     */
    public static Cursor of(Map<String, ?> map) {
        if (map == null) {
            return NONE;
        }
        return new Cursor(
                time(map, "updated_at"),
                time(map, "pass_until"),
                text(map, "page_cursor"),
                text(map, "etag"),
                text(map, "last_id"));
    }

    private static Instant time(Map<String, ?> map, String name) {
        String text = text(map, name);
        return text == null ? null : Instant.parse(text);
    }

    private static String text(Map<String, ?> map, String name) {
        Object value = map.get(name);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}

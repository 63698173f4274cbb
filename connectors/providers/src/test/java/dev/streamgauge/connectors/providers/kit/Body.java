package dev.streamgauge.connectors.providers.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A JSON body, and the same with something else in it. Paths have dots between names; a number is a place in a list. */
public final class Body {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode root;

    private Body(JsonNode root) {
        this.root = root;
    }

    /** A payload of our own, from the test resources. */
    public static Body of(String resource) {
        return of(Deliveries.payload(resource));
    }

    /** An object that says nothing yet. */
    public static Body empty() {
        return new Body(MAPPER.createObjectNode());
    }

    public static Body of(byte[] json) {
        try {
            return new Body(MAPPER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with this value at the path; objects on the way are made. */
    public Body with(String path, Object value) {
        JsonNode copy = root.deepCopy();
        JsonNode parent = parent(copy, path);
        String name = path.substring(path.lastIndexOf('.') + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), MAPPER.<JsonNode>valueToTree(value));
        } else {
            ((ObjectNode) parent).set(name, MAPPER.<JsonNode>valueToTree(value));
        }
        return new Body(copy);
    }

    /** The same without what is at the path. */
    public Body without(String path) {
        JsonNode copy = root.deepCopy();
        JsonNode parent = parent(copy, path);
        String name = path.substring(path.lastIndexOf('.') + 1);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(name));
        } else {
            ((ObjectNode) parent).remove(name);
        }
        return new Body(copy);
    }

    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As mappers see it. */
    public Json json() {
        try {
            return Json.parse(bytes());
        } catch (UnmappableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parent(JsonNode root, String path) {
        JsonNode at = root;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            JsonNode next = at.isArray() ? at.get(Integer.parseInt(names[i])) : at.get(names[i]);
            at = next == null || next.isNull() ? ((ObjectNode) at).putObject(names[i]) : next;
        }
        return at;
    }
}

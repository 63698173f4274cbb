package dev.streamgauge.connectors.providers.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Everything that can be wrong with a payload: each value dropped, null or of another kind, and the bytes cut at many places. A mapper answers all of it. */
public final class Mutations {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String[] OTHERS = {
        "null",
        "true",
        "17",
        "-1e30",
        "99999999999999999999",
        "\"\"",
        "\" \"",
        "\"*\"",
        "\"x\\u0000#\\ud800\"",
        "[]",
        "{}",
        "[[1]]"
    };
    private static final int CUTS = 50;

    private Mutations() {}

    /** Maps all mutations of a delivery: never an exception, and the same answer for the same delivery. */
    public static void areAnswered(Provider provider, Delivery delivery, DoorRules rules) {
        for (byte[] body : of(delivery.body())) {
            Delivery mutated = new Delivery(delivery.headers(), body, delivery.receivedAt());

            Mapped mapped = provider.map(mutated, rules);

            assertThat(mapped).isNotNull().isEqualTo(provider.map(mutated, rules));
        }
    }

    /** The mutations of a JSON document. */
    public static List<byte[]> of(byte[] json) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < CUTS; i++) {
            all.add(Arrays.copyOf(json, json.length * i / CUTS));
        }
        try {
            JsonNode root = MAPPER.readTree(json);
            mutate(root, root, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void mutate(JsonNode root, JsonNode at, List<byte[]> all) throws IOException {
        if (at instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                replaceField(root, object, field.getKey(), all);
                mutate(root, field.getValue(), all);
            }
        }
        if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                replaceElement(root, array, i, all);
                mutate(root, array.get(i), all);
            }
        }
    }

    private static void replaceField(JsonNode root, ObjectNode object, String name, List<byte[]> all)
            throws IOException {
        JsonNode before = object.get(name);
        for (String other : OTHERS) {
            object.set(name, MAPPER.readTree(other));
            all.add(MAPPER.writeValueAsBytes(root));
        }
        object.remove(name);
        all.add(MAPPER.writeValueAsBytes(root));
        object.set(name, before);
    }

    private static void replaceElement(JsonNode root, ArrayNode array, int index, List<byte[]> all) throws IOException {
        JsonNode before = array.get(index);
        for (String other : OTHERS) {
            array.set(index, MAPPER.readTree(other));
            all.add(MAPPER.writeValueAsBytes(root));
        }
        array.set(index, before);
    }
}

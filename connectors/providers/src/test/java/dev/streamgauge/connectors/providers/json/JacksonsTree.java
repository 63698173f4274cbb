package dev.streamgauge.connectors.providers.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A second opinion of what a document says: Jackson's own tree, which builds every text and number. */
final class JacksonsTree {

    private static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JacksonsTree() {}

    /** Null if it is no document. */
    static JsonNode orNull(byte[] utf8) throws IOException {
        try {
            JsonNode node = MAPPER.readTree(utf8);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    static void assertSame(Json json, JsonNode node) throws IOException {
        assertThat(json.isMissing()).isEqualTo(node.isNull());
        assertThat(json.isObject()).isEqualTo(node.isObject());
        assertThat(json.isList()).isEqualTo(node.isArray());
        assertSameValue(json, node);
        assertSameFields(json, node);
        List<Json> elements = json.list();
        assertThat(elements).hasSize(node.isArray() ? node.size() : 0);
        for (int i = 0; i < elements.size(); i++) {
            assertSame(elements.get(i), node.get(i));
        }
    }

    private static void assertSameFields(Json json, JsonNode node) throws IOException {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        assertThat(json.names()).isEqualTo(names);
        for (String name : names) {
            assertThat(json.has(name)).isNotEqualTo(node.get(name).isNull());
            assertSame(json.at(name), node.get(name));
        }
    }

    private static void assertSameValue(Json json, JsonNode node) throws IOException {
        boolean told = (node.isTextual() && !node.textValue().isEmpty()) || node.isIntegralNumber();
        assertThat(json.textOrNull()).isEqualTo(told ? node.asText() : null);
        boolean fits = node.isIntegralNumber() && node.canConvertToLong();
        assertThat(json.numberOrNull()).isEqualTo(fits ? node.longValue() : null);
        assertThat(json.isTrue()).isEqualTo(node.isBoolean() && node.booleanValue());
        double seconds = node.isNumber() ? node.doubleValue() : -1;
        assertThat(json.secondsOrNull() == null).isNotEqualTo(seconds >= 0 && seconds < 1e9);
        if (!node.isNull()) {
            assertThat(json.write()).doesNotContain("\n");
            assertThat(MAPPER.readTree(json.write()).toString()).isEqualTo(node.toString());
        }
    }
}

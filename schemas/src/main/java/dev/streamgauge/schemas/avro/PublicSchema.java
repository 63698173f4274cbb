package dev.streamgauge.schemas.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A schema as other languages should see it. */
public final class PublicSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private PublicSchema() {}

    /** The same schema without the hints for Java; with them, another language's equal schema would become a second version. */
    public static Schema of(Schema schema) {
        try {
            JsonNode tree = MAPPER.readTree(schema.toString());
            strip(tree);
            return new Schema.Parser().parse(MAPPER.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote a schema that is no JSON: " + schema.getFullName(), e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
        }
        node.forEach(PublicSchema::strip);
    }
}

package dev.streamgauge.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A request, once its route is known.
 *
 * @param path the variables of the path, decoded
 * @param query decoded; the last of several values
 */
record Request(Map<String, String> path, Map<String, String> query, String body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_SUBJECT = 1_000;

    String subject() {
        String subject = path.get("subject");
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || subject.startsWith(":.")
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalidSubject(subject);
        }
        return subject;
    }

    VersionRef version() {
        return VersionRef.parse(path.get("version"));
    }

    int id() {
        try {
            return Integer.parseInt(path.get("id"));
        } catch (NumberFormatException e) {
            throw Failure.noSchema("with id " + path.get("id"));
        }
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    /** The schema in the body. */
    Schema schema() {
        JsonNode body = json();
        if (!body.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw Failure.invalidSchema("this registry knows the type AVRO only");
        }
        if (!body.path("references").isEmpty()) {
            throw Failure.invalidSchema("this registry knows no references; put the referenced types into the schema");
        }
        if (body.path("id").asInt(-1) >= 0) {
            throw Failure.notPermitted("Ids are given by the registry: it has no import mode");
        }
        if (!body.path("schema").isTextual()) {
            throw Failure.invalidSchema("the field schema, a string, is missing");
        }
        return Schemas.parse(body.path("schema").asText());
    }

    /** The compatibility level in the body. */
    Level level() {
        Level level = Level.parse(json().path("compatibility").asText(""));
        if (level == null) {
            throw Failure.invalidLevel();
        }
        return level;
    }

    private JsonNode json() {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw Failure.of(400, "The body is no JSON: " + e.getOriginalMessage());
        }
        throw Failure.of(400, "The body is no JSON object");
    }
}

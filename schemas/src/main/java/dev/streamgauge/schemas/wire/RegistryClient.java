package dev.streamgauge.schemas.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.avro.PublicSchema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * A client of a schema registry with Confluent's API. Safe for many threads. What was found is remembered; what was not found is
 * asked for again.
 *
 * <p>Every method throws {@link RegistryUnavailableException} if there is no answer within the configured time, and {@link
 * RegistryConfigException} if the registry refuses us.
 */
public final class RegistryClient {

    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int SUBJECT_NOT_FOUND = 40401;

    private final RegistryHttp http;
    private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final ConcurrentMap<Registered, Integer> ids = new ConcurrentHashMap<>();

    private record Registered(String subject, Schema schema) {}

    private RegistryClient(RegistryHttp http) {
        this.http = http;
    }

    /** A client configured by the keys of {@link WireConfig}. Connects on its first call. */
    public static RegistryClient from(Map<String, ?> config) {
        return new RegistryClient(new RegistryHttp(RegistrySettings.from(config)));
    }

    /**
     * The schema's id, registered under the subject now if it was not before.
     *
     * @throws RegistryConfigException also if the schema is not compatible with the subject's earlier ones
     */
    public int register(String subject, Schema schema) {
        return id(subject, schema, "/versions");
    }

    /**
     * The id under which the subject already has the schema.
     *
     * @throws RegistryConfigException also if the subject does not have it
     */
    public int lookup(String subject, Schema schema) {
        return id(subject, schema, "");
    }

    private int id(String subject, Schema schema, String path) {
        Registered wanted = new Registered(subject, schema);
        Integer known = ids.get(wanted);
        if (known != null) {
            return known;
        }
        RegistryReply reply = http.call("POST", "/subjects/" + encode(subject) + path, request(schema));
        if (!reply.ok() || !reply.body().path("id").isInt()) {
            throw refused(reply, subject, schema);
        }
        int id = reply.body().path("id").intValue();
        ids.put(wanted, id);
        return id;
    }

    private static RegistryConfigException refused(RegistryReply reply, String subject, Schema schema) {
        String what = "take " + schema.getFullName() + " as a schema of " + subject;
        if (reply.errorCode() == SUBJECT_NOT_FOUND || reply.errorCode() == SCHEMA_NOT_FOUND) {
            return new RegistryConfigException(subject + " does not have the schema of " + schema.getFullName()
                    + ": register it, or set " + WireConfig.AUTO_REGISTER + "=true");
        }
        if (reply.status() == 409) {
            return reply.refusal(what + ", because an earlier one is not compatible with it");
        }
        return reply.refusal(what);
    }

    /**
     * The schema of an id.
     *
     * @throws UndecodableException if the registry knows no Avro schema of this id
     */
    public Schema schemaById(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        RegistryReply reply = http.call("GET", "/schemas/ids/" + id, null);
        if (reply.errorCode() == SCHEMA_NOT_FOUND) {
            throw new UndecodableException("The schema registry knows no schema with id " + id);
        }
        if (!reply.ok()) {
            throw reply.refusal("show the schema with id " + id);
        }
        Schema schema = parse(id, reply);
        schemas.put(id, schema);
        return schema;
    }

    private static Schema parse(int id, RegistryReply reply) {
        String type = reply.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UndecodableException("The schema with id " + id + " is not Avro, but " + type);
        }
        try {
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(reply.body().path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new UndecodableException("Avro cannot read the schema with id " + id + ": " + e.getMessage(), e);
        }
    }

    /** Whether the subject would take the schema beside its latest version, or has none yet. */
    public boolean compatible(String subject, Schema schema) {
        String path = "/compatibility/subjects/" + encode(subject) + "/versions/latest";
        RegistryReply reply = http.call("POST", path, request(schema));
        if (reply.status() == 404) {
            return true;
        }
        if (!reply.ok()) {
            throw reply.refusal("compare " + schema.getFullName() + " with " + subject);
        }
        return reply.body().path("is_compatible").asBoolean(false);
    }

    /** What its clock says, to the second; empty: it does not tell. Something between it and us may answer in its place. */
    public Optional<Instant> clock() {
        return Optional.ofNullable(http.call("GET", "/config", null).date());
    }

    /** Sets which changes the subject allows from now on, for example {@code FULL_TRANSITIVE}. */
    public void setCompatibility(String subject, String level) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("compatibility", level);
        RegistryReply reply = http.call("PUT", "/config/" + encode(subject), body.toString());
        if (!reply.ok()) {
            throw reply.refusal("set the compatibility of " + subject + " to " + level);
        }
    }

    private static String request(Schema schema) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", PublicSchema.of(schema).toString())
                .toString();
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

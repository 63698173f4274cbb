package dev.streamgauge.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** A registry in a directory, and a client that says what came back. */
final class RegistryFixture implements AutoCloseable {

    /** A record that has grown: {@code grown} can be read and written by both, {@code broken} by none. */
    static final String USER = record("{\"name\":\"id\",\"type\":\"string\"}");

    static final String GROWN =
            record("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"age\",\"type\":\"int\",\"default\":0}");
    static final String BROKEN = record("{\"name\":\"id\",\"type\":\"int\"}");
    static final String MANDATORY = record("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"age\",\"type\":\"int\"}");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final RegistryServer server;

    record Reply(int status, JsonNode body) {

        /** The error code; 0 for none. */
        int code() {
            return body.path("error_code").asInt(0);
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    RegistryFixture(Path directory) {
        this(directory, Level.FULL_TRANSITIVE);
    }

    RegistryFixture(Path directory, Level level) {
        server = RegistryServer.start(new RegistryConfig(directory.resolve("schemas.jsonl"), 0, level));
    }

    String url() {
        return server.url();
    }

    int port() {
        return URI.create(server.url()).getPort();
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply register(String subject, String schema) {
        return post("/subjects/" + subject + "/versions", body(schema));
    }

    int id(String subject, String schema) {
        return register(subject, schema).body().path("id").asInt();
    }

    static String body(String schema) {
        try {
            return MAPPER.writeValueAsString(Map.of("schema", schema));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String record(String fields) {
        return "{\"type\":\"record\",\"name\":\"User\",\"namespace\":\"test\",\"fields\":[" + fields + "]}";
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), MAPPER.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

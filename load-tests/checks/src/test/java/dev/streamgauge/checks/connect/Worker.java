package dev.streamgauge.checks.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.standalone.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.runtime.Connect;

/** A standalone Kafka Connect worker in this JVM, spoken to by its REST API as any other. */
final class Worker implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Connect<?> connect;
    private final HttpClient http = HttpClient.newHttpClient();

    private Worker(Connect<?> connect) {
        this.connect = connect;
    }

    static Worker start(Platform platform, Path directory) {
        Map<String, String> config = new HashMap<>();
        config.put("bootstrap.servers", platform.bootstrapServers());
        config.put("plugin.discovery", "service_load");
        config.put("listeners", "http://127.0.0.1:0");
        config.put("offset.storage.file.filename", directory.resolve("offsets").toString());
        config.put("offset.flush.interval.ms", "200");
        config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        config.put("value.converter", "dev.streamgauge.connectors.connect.StreamgaugeAvroConverter");
        config.put("value.converter.schema.registry.url", platform.registryUrl());
        return new Worker(new ConnectStandalone().startConnect(config));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return call("PUT", path, MAPPER.writeValueAsString(body));
    }

    JsonNode patch(String path, String body) throws IOException, InterruptedException {
        return call("PATCH", path, body);
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(connect.rest().serverUrl().toString().replaceAll("/$", "") + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = MAPPER.readTree(response.body().isEmpty() ? "{}" : response.body());
        if (response.statusCode() >= 400) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return answer;
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}

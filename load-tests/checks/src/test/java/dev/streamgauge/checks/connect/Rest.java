package dev.streamgauge.checks.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** The REST API of a worker. */
record Rest(URI base) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    JsonNode get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return call("PUT", path, MAPPER.writeValueAsString(body));
    }

    JsonNode patch(String path, String body) throws IOException, InterruptedException {
        return call("PATCH", path, body);
    }

    /** What is wrong with a connector's settings, by field. */
    Map<String, String> mistakes(String type, Map<String, String> config) throws IOException, InterruptedException {
        Map<String, String> errors = new HashMap<>();
        put("/connector-plugins/" + type + "/config/validate", config)
                .path("configs")
                .forEach(each -> {
                    JsonNode value = each.path("value");
                    if (!value.path("errors").isEmpty()) {
                        errors.put(
                                value.path("name").asText(),
                                value.path("errors").toString());
                    }
                });
        return errors;
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return MAPPER.readTree(response.body().isEmpty() ? "{}" : response.body());
    }
}

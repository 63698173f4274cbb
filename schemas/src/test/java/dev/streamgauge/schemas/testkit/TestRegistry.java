package dev.streamgauge.schemas.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small registry on a real port, which can be told to misbehave. */
public final class TestRegistry implements AutoCloseable {

    /** What the registry answers. */
    public record Answer(int status, String body) {

        public static Answer error(int status, int code, String message) {
            return new Answer(status, "{\"error_code\":" + code + ",\"message\":\"" + message + "\"}");
        }
    }

    /** Called before each answer. Null: answer as a registry should. */
    public interface Mood {
        Answer answer(int call) throws InterruptedException;
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Map<String, List<Integer>> subjects = new ConcurrentHashMap<>();
    private final List<String> schemas = new CopyOnWriteArrayList<>();
    private volatile Mood mood = call -> null;

    public TestRegistry() {
        this(plain());
    }

    /** On a server of the test's own making, for example with TLS. Takes it over. */
    public TestRegistry(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void mood(Mood mood) {
        this.mood = mood;
    }

    /** Does not answer before the registry is closed. */
    public void hang() {
        mood(call -> {
            closing.await();
            return new Answer(500, "");
        });
    }

    /** Method and path of each call so far. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Adds a schema as if somebody else had registered it; returns its id. */
    public synchronized int add(String subject, String schema) {
        int known = schemas.indexOf(schema);
        if (known < 0) {
            schemas.add(schema);
        }
        int id = known < 0 ? schemas.size() : known + 1;
        List<Integer> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    /** What was registered, in the order of the ids. */
    public List<String> schemas() {
        return List.copyOf(schemas);
    }

    public String schema(int id) {
        return schemas.get(id - 1);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            calls.add(exchange.getRequestMethod() + " " + path);
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.add(String.valueOf(authorization));
            JsonNode body = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            Answer odd = mood.answer(calls.size());
            send(exchange, odd == null ? answer(exchange.getRequestMethod(), path.split("/"), body) : odd);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.status() / 100 == 3) {
            exchange.getResponseHeaders().set("Location", answer.body());
        }
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Answer answer(String method, String[] path, JsonNode body) throws IOException {
        if (method.equals("GET") && path.length > 3 && path[2].equals("ids")) {
            return byId(Integer.parseInt(path[3]));
        }
        if (method.equals("POST") && path[1].equals("subjects")) {
            String schema = body.path("schema").asText();
            return path.length == 4 ? id(add(path[2], schema)) : find(path[2], schema);
        }
        if (method.equals("POST") && path[1].equals("compatibility")) {
            return subjects.containsKey(path[3])
                    ? new Answer(200, "{\"is_compatible\":true}")
                    : Answer.error(404, 40401, "Subject not found");
        }
        if (method.equals("PUT") && path[1].equals("config")) {
            return new Answer(200, body.toString());
        }
        return Answer.error(404, 404, "HTTP 404 Not Found");
    }

    private Answer byId(int id) throws IOException {
        return id >= 1 && id <= schemas.size()
                ? new Answer(200, "{\"schema\":" + MAPPER.writeValueAsString(schema(id)) + "}")
                : Answer.error(404, 40403, "Schema " + id + " not found");
    }

    private Answer find(String subject, String schema) {
        int id = schemas.indexOf(schema) + 1;
        if (!subjects.containsKey(subject)) {
            return Answer.error(404, 40401, "Subject not found");
        }
        return subjects.get(subject).contains(id) ? id(id) : Answer.error(404, 40403, "Schema not found");
    }

    private static Answer id(int id) {
        return new Answer(200, "{\"subject\":\"s\",\"version\":1,\"id\":" + id + "}");
    }
}

package dev.streamgauge.processors.topology;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A registry that takes every schema, on a real port. */
final class OneRegistry implements AutoCloseable {

    private final List<String> schemas = new ArrayList<>();
    private final HttpServer server;

    OneRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            String answer = exchange.getRequestMethod().equals("GET") ? schemas.get(id(path)) : id(asked);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static int id(String[] path) {
        return Integer.parseInt(path[3]) - 1;
    }

    private String id(String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return "{\"id\":" + (schemas.indexOf(schema) + 1) + ",\"version\":1,\"subject\":\"s\",\"is_compatible\":true}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

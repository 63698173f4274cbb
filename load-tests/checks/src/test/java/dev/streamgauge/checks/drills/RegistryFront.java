package dev.streamgauge.checks.drills;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stands between processors and their schema registry, and is ill when it is told to. */
final class RegistryFront implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String behind;
    private volatile Illness illness = Illness.NONE;

    /** What is wrong with it. */
    enum Illness {
        /** Answers as the registry does. */
        NONE,
        /** Answers 500. */
        FAILS,
        /** Ends each call without an answer. */
        HANGS_UP,
        /** Answers as the registry does, after thirty seconds. */
        SLOW
    }

    /** @param behind the registry's address */
    RegistryFront(String behind) throws IOException {
        this.behind = behind;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From the next call on. */
    void suffer(Illness next) {
        illness = next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (illness) {
                case FAILS -> exchange.sendResponseHeaders(500, -1);
                case HANGS_UP -> exchange.getRequestBody().close();
                case SLOW -> {
                    TimeUnit.SECONDS.sleep(30);
                    pass(exchange);
                }
                case NONE -> pass(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .build();
        HttpResponse<byte[]> reply = client.send(request, BodyHandlers.ofByteArray());
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(reply.statusCode(), reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

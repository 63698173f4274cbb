package dev.streamgauge.connectors.connect.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on loopback: routes by path, entity tags as GitHub gives them, and moods that go before the routes. */
public final class FakeApi implements AutoCloseable {

    static {
        // Otherwise each answer on a kept connection waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Function<Call, Answer>> routes = new LinkedHashMap<>();
    private final Deque<Function<Call, Answer>> moods = new ConcurrentLinkedDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> always = Map.of();

    public FakeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers a path (a regular expression; the last route that fits wins). */
    public FakeApi route(String path, Function<Call, Answer> answer) {
        synchronized (routes) {
            routes.put(path, answer);
        }
        return this;
    }

    /** The next call is answered so instead; null: as the routes say. */
    public void next(Function<Call, Answer> mood) {
        moods.add(mood);
    }

    /** The next call hangs until the server is closed. */
    public void hang() {
        next(call -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.status(500);
        });
    }

    /** Headers of every answer that follows. */
    public void always(Map<String, String> headers) {
        always = Map.copyOf(headers);
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<String> paths() {
        return calls.stream().map(Call::path).toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.of(exchange);
            calls.add(call);
            Function<Call, Answer> mood = moods.poll();
            Answer odd = mood == null ? null : mood.apply(call);
            send(exchange, call, odd == null ? routed(call) : odd);
        }
    }

    private Answer routed(Call call) {
        List<Function<Call, Answer>> fitting = new ArrayList<>();
        synchronized (routes) {
            routes.forEach((path, answer) -> {
                if (call.path().matches(path)) {
                    fitting.add(answer);
                }
            });
        }
        return fitting.isEmpty()
                ? Answer.status(404)
                : fitting.get(fitting.size() - 1).apply(call);
    }

    private void send(HttpExchange exchange, Call call, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        always.forEach(exchange.getResponseHeaders()::set);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        String etag = "W/\"" + Integer.toHexString(answer.body().hashCode()) + "\"";
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (answer.status() == 200) {
            exchange.getResponseHeaders().set("ETag", etag);
        }
        if (answer.status() == 200 && etag.equals(call.headers().get("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, answer.sent() == null ? body.length : answer.sent());
    }
}

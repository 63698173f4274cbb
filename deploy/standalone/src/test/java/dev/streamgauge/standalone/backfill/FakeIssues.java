package dev.streamgauge.standalone.backfill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** GitHub as far as a repository with two pages of one issue each goes. The second page can be held back. */
final class FakeIssues implements AutoCloseable {

    static final String TOKEN = "a-token-of-github";

    private static final String REPOSITORY =
            "{\"full_name\":\"acme/shop\",\"html_url\":\"https://github.com/acme/shop\",\"default_branch\":\"main\"}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final CountDownLatch secondAsked = new CountDownLatch(1);
    private final CountDownLatch secondGiven = new CountDownLatch(1);

    FakeIssues() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns when somebody has asked for the second page. */
    void awaitSecond() throws InterruptedException {
        secondAsked.await();
    }

    /** From now on the second page is answered. */
    void giveSecond() {
        secondGiven.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            reply(exchange, 401, "{\"message\":\"Bad credentials\"}");
        } else if (path.equals("/repos/acme/shop")) {
            reply(exchange, 200, REPOSITORY);
        } else if (query.contains("page=2")) {
            secondAsked.countDown();
            hold();
            reply(exchange, 200, "[" + issue(1) + "]");
        } else {
            exchange.getResponseHeaders().add("Link", "<" + address() + path + "?" + query + "&page=2>; rel=\"next\"");
            reply(exchange, 200, "[" + issue(2) + "]");
        }
    }

    private void hold() {
        try {
            secondGiven.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String issue(int number) {
        return """
                {"id":%d,"number":%d,"title":"It burns","state":"open","labels":[{"name":"incident"}],
                 "html_url":"https://github.com/acme/shop/issues/%d","user":{"id":1,"login":"a","type":"User"},
                 "created_at":"2026-03-0%dT10:00:00Z","updated_at":"2026-03-0%dT10:00:00Z","closed_at":null}""".formatted(100 + number, number, number, number, number);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        giveSecond();
        server.stop(0);
        threads.shutdownNow();
    }
}

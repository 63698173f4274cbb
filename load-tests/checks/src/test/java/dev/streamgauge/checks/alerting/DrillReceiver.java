package dev.streamgauge.checks.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Answers on loopback as PagerDuty or as a receiver of signed webhooks does, with whatever trouble a drill wants, and remembers every call. */
final class DrillReceiver implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final String scheme;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile IntFunction<Answer> answers = number -> Answer.of(202);

    /**
     * An answer.
     *
     * @param status 0: none
     * @param afterwards done as soon as the answer is on its way
     */
    record Answer(int status, Map<String, String> headers, Runnable afterwards) {

        static Answer of(int status) {
            return new Answer(status, Map.of(), () -> {});
        }

        Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), afterwards);
        }

        Answer then(Runnable action) {
            return new Answer(status, headers, action);
        }
    }

    DrillReceiver() throws IOException {
        this(HttpServer.create(), "http");
    }

    /** @param server not bound yet */
    DrillReceiver(HttpServer server, String scheme) throws IOException {
        this.server = server;
        this.scheme = scheme;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param how the answer to the n-th call from now on, from 1 on */
    void answer(IntFunction<Answer> how) {
        int before = calls.get();
        answers = number -> how.apply(number - before);
    }

    /** Every call, in the order in which they came. */
    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The keys that were accepted, each once. */
    long accepted() {
        return heard.stream()
                .filter(Heard::isAccepted)
                .map(Heard::key)
                .distinct()
                .count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        JsonNode body = MAPPER.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Answer answer = answers.apply(calls.incrementAndGet());
        heard.add(heard(exchange, body, now, answer.status()));
        if (answer.status() != 0) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), -1);
            exchange.close();
        }
        answer.afterwards().run();
    }

    private static Heard heard(HttpExchange exchange, JsonNode body, long now, int status) {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        if (id != null) {
            return new Heard(id, body.at("/data/fingerprint").asText(), now, status);
        }
        String key = body.path("event_action").asText() + " "
                + body.path("dedup_key").asText();
        return new Heard(key, body.at("/payload/custom_details/fingerprint").asText(), now, status);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

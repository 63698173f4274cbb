package dev.streamgauge.connectors.alerting.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A receiver on loopback that does as it is told, and remembers what it received. */
public final class HttpReceiver implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final String scheme;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile BiFunction<Integer, Request, Answer> answers = (number, request) -> Answer.of(200);

    /** What it received. */
    public record Request(String path, Map<String, String> headers, String body) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(body, e);
            }
        }
    }

    /**
     * What it answers.
     *
     * @param status 0: nothing, ever
     * @param afterwards done as soon as the answer is on its way
     */
    public record Answer(int status, Map<String, String> headers, String body, Runnable afterwards) {

        public static Answer of(int status) {
            return new Answer(status, Map.of(), "", () -> {});
        }

        public static Answer ok(String body) {
            return new Answer(200, Map.of("content-type", "application/json"), body, () -> {});
        }

        public Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body, afterwards);
        }

        public Answer then(Runnable action) {
            return new Answer(status, headers, body, action);
        }
    }

    /**
     * A request, and what was answered.
     *
     * @param atNanos when it came, on this process's clock
     */
    public record Call(Request request, Answer answer, long atNanos) {}

    public HttpReceiver() throws IOException {
        this(HttpServer.create(address(), 0), "http");
    }

    private HttpReceiver(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** One that speaks TLS. */
    public static HttpReceiver secure(SelfSigned certificate) throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        return new HttpReceiver(server, "https");
    }

    public String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How it answers from now on. */
    public void answer(Function<Request, Answer> how) {
        answers = (number, request) -> how.apply(request);
    }

    /** How it answers from now on to its n-th request, counted from its start and from 1 on. */
    public void answerNth(IntFunction<Answer> how) {
        answers = (number, request) -> how.apply(number);
    }

    public void answer(int status) {
        answer(request -> Answer.of(status));
    }

    public List<Request> requests() {
        return calls.stream().map(Call::request).toList();
    }

    /** In the order in which they came. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        Request request = request(exchange);
        Answer answer = answers.apply(count.incrementAndGet(), request);
        calls.add(new Call(request, answer, now));
        if (answer.status() != 0) { // Else the connection stays open, and silent.
            send(exchange, answer);
        }
        answer.afterwards().run();
    }

    private static Request request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return new Request(exchange.getRequestURI().toString(), headers, body);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

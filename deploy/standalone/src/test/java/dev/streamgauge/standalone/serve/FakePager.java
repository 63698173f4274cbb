package dev.streamgauge.standalone.serve;

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
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Answers as PagerDuty, on loopback, with whatever trouble a test wants. */
final class FakePager implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final String scheme;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile IntUnaryOperator status = number -> 202;
    private volatile IntUnaryOperator changeStatus = number -> 202;
    private volatile Map<String, String> headers = Map.of();

    FakePager() throws IOException {
        this(HttpServer.create(), "http");
    }

    /** One that speaks TLS, with the key in this store. */
    static FakePager secure(Path store, String password) throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(store.toFile(), password.toCharArray()), password.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new FakePager(server, "https");
    }

    private FakePager(HttpServer server, String scheme) throws IOException {
        this.server = server;
        this.scheme = scheme;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "pager");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param status of the answer to the n-th request, from 1 on; 0: no answer */
    void answer(IntUnaryOperator status, Map<String, String> headers) {
        this.headers = headers;
        this.status = status;
    }

    /** @param status of the answer to the n-th change event, from 1 on */
    void answerChanges(IntUnaryOperator status) {
        this.changeStatus = status;
    }

    /** How many change events it received. */
    int changes() {
        return changes.get();
    }

    /** What it received, whatever it answered: {@code trigger f1-1772445600000}, or {@code change} and the summary. */
    List<String> received() {
        return List.copyOf(received);
    }

    /** What it received, each once. */
    List<String> distinct() {
        return new ArrayList<>(received.stream().distinct().toList());
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode event = MAPPER.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        int answer = exchange.getRequestURI().getPath().contains("/change/") ? change(event) : alert(event);
        if (answer != 0) {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        }
    }

    private int alert(JsonNode event) {
        received.add(event.get("event_action").asText() + " "
                + event.get("dedup_key").asText());
        return status.applyAsInt(received.size());
    }

    private int change(JsonNode event) {
        received.add("change " + event.at("/payload/summary").asText());
        return changeStatus.applyAsInt(changes.incrementAndGet());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

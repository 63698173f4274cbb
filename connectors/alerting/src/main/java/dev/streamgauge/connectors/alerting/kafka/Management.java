package dev.streamgauge.connectors.alerting.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.streamgauge.settings.flat.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** {@code /livez}, {@code /readyz} and {@code /metrics}, for those who operate the sink. */
final class Management implements AutoCloseable {

    private final HttpServer server;
    private final BooleanSupplier ready;
    private final Supplier<String> metrics;

    Management(Address address, BooleanSupplier ready, Supplier<String> metrics) throws IOException {
        this.ready = ready;
        this.metrics = metrics;
        try {
            this.server = HttpServer.create(new InetSocketAddress(address.host(), address.port()), 0);
        } catch (IOException e) {
            throw new IOException(
                    "alerting.management.listen: cannot listen on %s: %s".formatted(address, e.getMessage()), e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/livez" -> send(exchange, 200, "ok\n");
                case "/readyz" -> {
                    boolean well = ready.getAsBoolean();
                    send(exchange, well ? 200 : 503, well ? "ok\n" : "what fires is not known yet\n");
                }
                case "/metrics" -> {
                    exchange.getResponseHeaders().set("content-type", "text/plain; version=0.0.4; charset=utf-8");
                    send(exchange, 200, metrics.get());
                }
                default -> send(exchange, 404, "there is /livez, /readyz and /metrics\n");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

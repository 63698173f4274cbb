package dev.streamgauge.operators;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.streamgauge.settings.flat.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** {@code /livez}, {@code /readyz} and {@code /metrics}. */
public final class Management implements AutoCloseable {

    private final HttpServer server;
    private final Vitals vitals;

    /**
     * Answers from now on.
     *
     * @param setting the name of that in which the address is, for the message
     * @throws IOException if it cannot listen there
     */
    public Management(Address address, String setting, Vitals vitals) throws IOException {
        this.vitals = vitals;
        try {
            this.server = HttpServer.create(new InetSocketAddress(address.host(), address.port()), 0);
        } catch (IOException e) {
            throw new IOException("%s: cannot listen on %s: %s".formatted(setting, address, e.getMessage()), e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** The port on which it answers. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/livez" -> sendUnless(exchange, vitals.dead().get());
                case "/readyz" -> sendUnless(exchange, vitals.dead().get().or(vitals.waiting()));
                case "/metrics" -> {
                    exchange.getResponseHeaders().set("content-type", "text/plain; version=0.0.4; charset=utf-8");
                    send(exchange, 200, vitals.metrics().get());
                }
                default -> send(exchange, 404, "there is /livez, /readyz and /metrics\n");
            }
        }
    }

    private static void sendUnless(HttpExchange exchange, Optional<String> trouble) throws IOException {
        send(exchange, trouble.isPresent() ? 503 : 200, trouble.orElse("ok") + "\n");
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

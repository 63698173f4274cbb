package dev.streamgauge.operators;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.streamgauge.settings.flat.Address;
import java.io.IOException;
import java.net.InetSocketAddress;

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
            Page page = Page.at(exchange.getRequestURI().getPath(), vitals);
            if (page.type() != null) {
                exchange.getResponseHeaders().set("content-type", page.type());
            }
            byte[] body = page.text().getBytes(UTF_8);
            exchange.sendResponseHeaders(page.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

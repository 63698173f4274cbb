package dev.streamgauge.standalone.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between the JDK's HTTP server and the router: reads within limits, and answers everything with JSON. */
final class HttpDoor implements HttpHandler {

    /** The most that a body may have. A Kafka record, and hence a useful schema, is smaller. */
    static final int LARGEST_BODY = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OUR_NAMES = Set.of("127.0.0.1", "localhost");

    private final Router router;

    HttpDoor(Router router) {
        this.router = router;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, answer(exchange));
            } catch (Failure e) {
                send(exchange, e.status(), Map.of("error_code", e.code(), "message", e.getMessage()));
            } catch (RuntimeException | StackOverflowError e) {
                LOG.warn("Cannot answer {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                send(exchange, 500, Map.of("error_code", 500, "message", "The registry failed; its log says why"));
            }
        }
    }

    private Object answer(HttpExchange exchange) throws IOException {
        refuseBrowsers(exchange);
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Failure.of(413, "The body has more than " + LARGEST_BODY + " bytes");
        }
        return router.answer(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Router.query(exchange.getRequestURI().getRawQuery()),
                new String(body, StandardCharsets.UTF_8));
    }

    // The registry asks nobody for a password, so a web page that the user happens to read must not reach it: neither
    // by
    // a form (it carries an origin) nor by a name that was made to point to loopback.
    private static void refuseBrowsers(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        boolean foreign = host != null && !OUR_NAMES.contains(host.replaceFirst(":\\d*$", ""));
        if (foreign || exchange.getRequestHeaders().containsKey("Origin")) {
            throw Failure.of(403, "Only programs on this machine are served, no web pages");
        }
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = answer instanceof String json
                ? json.getBytes(StandardCharsets.UTF_8)
                : MAPPER.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}

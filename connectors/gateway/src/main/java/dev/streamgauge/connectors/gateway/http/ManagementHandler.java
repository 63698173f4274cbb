package dev.streamgauge.connectors.gateway.http;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /livez}, {@code /readyz} and {@code /metrics}, for those who operate it. */
final class ManagementHandler extends Handler.Abstract.NonBlocking {

    private final BooleanSupplier ready;
    private final Supplier<String> metrics;

    ManagementHandler(BooleanSupplier ready, Supplier<String> metrics) {
        this.ready = ready;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (Objects.requireNonNullElse(Request.getPathInContext(request), "")) {
            case "/livez" -> write(response, callback, 200, "ok\n");
            case "/readyz" -> {
                boolean well = ready.getAsBoolean();
                write(response, callback, well ? 200 : 503, well ? "ok\n" : "Kafka or the registry is away\n");
            }
            case "/metrics" -> {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
                write(response, callback, 200, metrics.get());
            }
            default -> write(response, callback, 404, "");
        }
        return true;
    }

    private static void write(Response response, Callback callback, int status, String text) {
        response.setStatus(status);
        Content.Sink.write(response, true, text, callback);
    }
}

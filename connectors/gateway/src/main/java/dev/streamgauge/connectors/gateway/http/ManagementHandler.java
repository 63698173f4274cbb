package dev.streamgauge.connectors.gateway.http;

import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /livez}, {@code /readyz} and {@code /metrics}, for those who operate it. */
final class ManagementHandler extends Handler.Abstract.NonBlocking {

    private final HttpService.Behind behind;

    ManagementHandler(HttpService.Behind behind) {
        this.behind = behind;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (Objects.requireNonNullElse(Request.getPathInContext(request), "")) {
            case "/livez" -> write(response, callback, 200, "ok\n");
            case "/readyz" -> {
                boolean well = behind.ready().getAsBoolean();
                write(response, callback, well ? 200 : 503, readiness(well));
            }
            case "/metrics" -> {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
                write(response, callback, 200, behind.metrics().get());
            }
            default -> write(response, callback, 404, "");
        }
        return true;
    }

    // Of the topics it is only told: to send no webhooks here would not help them.
    private String readiness(boolean well) {
        StringBuilder text = new StringBuilder(well ? "ok\n" : "Kafka or the registry is away\n");
        behind.notes().get().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private static void write(Response response, Callback callback, int status, String text) {
        response.setStatus(status);
        Content.Sink.write(response, true, text, callback);
    }
}

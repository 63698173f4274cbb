package dev.streamgauge.connectors.gateway.http;

import dev.streamgauge.operators.Page;
import dev.streamgauge.operators.Vitals;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /livez}, {@code /readyz} and {@code /metrics}, for those who operate it. */
final class ManagementHandler extends Handler.Abstract.NonBlocking {

    private final Vitals vitals;

    ManagementHandler(Vitals vitals) {
        this.vitals = vitals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Page page = Page.at(Objects.requireNonNullElse(Request.getPathInContext(request), ""), vitals);
        if (page.type() != null) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
        }
        response.setStatus(page.status());
        Content.Sink.write(response, true, page.text(), callback);
        return true;
    }
}

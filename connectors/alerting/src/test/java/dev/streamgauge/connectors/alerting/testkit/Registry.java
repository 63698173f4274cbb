package dev.streamgauge.connectors.alerting.testkit;

import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Answer;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Request;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The two calls of a schema registry that serdes make. */
public final class Registry implements AutoCloseable {

    private final HttpReceiver server = new HttpReceiver();
    private final List<String> schemas = new CopyOnWriteArrayList<>();

    public Registry() throws IOException {
        server.answer(this::answer);
    }

    public String url() {
        return server.url();
    }

    private synchronized Answer answer(Request request) {
        if (request.path().startsWith("/schemas/ids/")) {
            int id = Integer.parseInt(request.path().replaceAll("\\?.*", "").replaceAll(".*/", ""));
            return Answer.ok(schemas.get(id - 1));
        }
        if (!schemas.contains(request.body())) {
            schemas.add(request.body());
        }
        return Answer.ok("{\"id\":%d}".formatted(schemas.indexOf(request.body()) + 1));
    }

    @Override
    public void close() {
        server.close();
    }
}

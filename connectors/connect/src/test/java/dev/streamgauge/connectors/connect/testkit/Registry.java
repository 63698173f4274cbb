package dev.streamgauge.connectors.connect.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two calls of a schema registry that serdes make. */
public final class Registry implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("/schemas/ids/(\\d+)");

    private final FakeApi server = new FakeApi();
    private final List<String> schemas = new CopyOnWriteArrayList<>();

    public Registry() {
        server.route("/subjects/[^/]+/versions", call -> Answer.json("{\"id\":%d}".formatted(idOf(call.body()))));
        server.route("/schemas/ids/\\d+", call -> byId(call.path()));
    }

    public String url() {
        return server.base().toString();
    }

    /** What was registered, in its order: the bodies of the calls, that is, JSON with the schema as a text in it. */
    public List<String> schemas() {
        return List.copyOf(schemas);
    }

    private synchronized int idOf(String body) {
        if (!schemas.contains(body)) {
            schemas.add(body);
        }
        return schemas.indexOf(body) + 1;
    }

    private Answer byId(String path) {
        Matcher id = ID.matcher(path);
        return id.matches() && Integer.parseInt(id.group(1)) <= schemas.size()
                ? Answer.json(schemas.get(Integer.parseInt(id.group(1)) - 1))
                : new Answer(404, java.util.Map.of(), "{\"error_code\":40403,\"message\":\"Schema not found\"}", null);
    }

    @Override
    public void close() {
        server.close();
    }
}

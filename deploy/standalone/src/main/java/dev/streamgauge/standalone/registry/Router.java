package dev.streamgauge.standalone.registry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what answers a request, by its method and path. */
final class Router {

    /** Answers a request with something that becomes JSON, or with a String, which is JSON already. */
    @FunctionalInterface
    interface Handler {
        Object answer(Request request);
    }

    private record Route(String method, List<String> template, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /** @param template a path in which {name} stands for any one segment */
    Router on(String method, String template, Handler handler) {
        routes.add(new Route(method, split(template), handler));
        return this;
    }

    /**
     * Answers a request.
     *
     * @param path as it came, still encoded
     */
    Object answer(String method, String path, Map<String, String> query, String body) {
        List<String> segments = split(path);
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = match(route.template(), segments);
            if (variables.isPresent() && route.method().equals(method)) {
                return route.handler().answer(new Request(variables.get(), query, body));
            }
            known |= variables.isPresent();
        }
        throw known ? Failure.of(405, method + " is not possible here") : Failure.of(404, "There is no such path");
    }

    /** The parameters of a query string as it came; null is none. */
    static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return query;
    }

    private static Optional<Map<String, String>> match(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String expected = template.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), decodeSegment(segments.get(i)));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static List<String> split(String path) {
        return List.of(path.replaceAll("^/+|/+$", "").split("/"));
    }

    // In a path, unlike in a query, a plus is a plus.
    private static String decodeSegment(String raw) {
        return decode(raw.replace("+", "%2B"));
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Failure.of(400, "The address is not encoded correctly");
        }
    }
}

package dev.streamgauge.connectors.providers.devlake;

import java.util.Arrays;
import java.util.List;

/**
 * What the address says: {@code connections/3/deployments}, {@code 3/issues}, {@code by-name/shop/deployments}, {@code 3/issue/OPS-7/close}, or just the
 * last word; with or without what stands before it in DevLake ({@code api/rest/plugins/webhook}).
 *
 * @param kind what is posted
 * @param connection DevLake's number or name of the webhook. Null: not said
 * @param issue the key of the issue that is closed. Null: none is
 */
record DevLakePath(Kind kind, String connection, String issue) {

    private static final List<String> NO_CONNECTION =
            List.of("webhook", "connections", "by-name", "plugins", "devlake");

    enum Kind {
        DEPLOYMENT,
        INCIDENT,
        CLOSE,
        UNKNOWN
    }

    /** What a path says; a null path says nothing. */
    static DevLakePath of(String path) {
        String[] parts = path == null
                ? new String[0]
                : Arrays.stream(path.replaceAll("[?#].*$", "").split("/"))
                        .filter(part -> !part.isBlank())
                        .toArray(String[]::new);
        int last = parts.length - 1;
        if (last >= 2 && "close".equals(parts[last]) && parts[last - 2].matches("issues?|incidents?")) {
            return new DevLakePath(Kind.CLOSE, connection(parts, last - 3), parts[last - 1]);
        }
        return new DevLakePath(kind(last < 0 ? "" : parts[last]), connection(parts, last - 1), null);
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "deployments", "deployment" -> Kind.DEPLOYMENT;
            case "issues", "issue", "incidents", "incident" -> Kind.INCIDENT;
            default -> Kind.UNKNOWN;
        };
    }

    private static String connection(String[] parts, int at) {
        return at < 0 || NO_CONNECTION.contains(parts[at]) ? null : parts[at];
    }
}

package dev.streamgauge.connectors.git;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The canonical name of a repository, {@code host/owner/name} in lower case, so that all ways to clone one repository give one name. It never holds a
 * user name, a password, a token or a port.
 */
final class RepositoryName {

    static final String LOCAL_HOST = "localhost";

    private static final Pattern URL =
            Pattern.compile("^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/]*)(/.*)?$", Pattern.CASE_INSENSITIVE);
    /** {@code user@host:path}; a single letter before the colon is a Windows drive. */
    private static final Pattern SCP = Pattern.compile("^(?:[^/@]*@)?(\\[[^\\]]+\\]|[^/:@]{2,}):(?!//)(.*)$");

    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    private RepositoryName() {}

    /**
     * The name for a remote's URL.
     *
     * @param url as git knows it: a URL, {@code host:path}, or a path
     * @param base the directory from which a relative path is meant
     */
    static String ofRemote(String url, Path base) {
        Matcher full = URL.matcher(url.strip());
        if (full.matches()) {
            String host = PORT.matcher(full.group(1)).replaceFirst("");
            return host.isEmpty() ? ofPathText(full.group(2)) : name(host, full.group(2));
        }
        Matcher scp = SCP.matcher(url.strip());
        return scp.matches()
                ? name(scp.group(1), scp.group(2))
                : ofPathText(base.resolve(url.strip()).normalize().toString());
    }

    /** The name of a clone without a remote: the last two names of its path, on {@code localhost}. */
    static String ofDirectory(Path directory) {
        return ofPathText(directory.toString());
    }

    private static String ofPathText(String path) {
        String whole = name(LOCAL_HOST, path);
        String[] parts = whole.split("/", -1);
        int from = Math.max(1, parts.length - 2);
        return LOCAL_HOST + "/" + String.join("/", Arrays.copyOfRange(parts, from, parts.length));
    }

    private static String name(String host, String path) {
        String trimmed = path == null
                ? ""
                : path.replaceAll("[?#].*$", "").replace('\\', '/').replaceAll("/+$", "");
        String bare = trimmed.replaceAll("(/\\.git|\\.git)$", "");
        String owned = Arrays.stream(bare.split("/", -1))
                .map(RepositoryName::safe)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        return safe(host) + "/" + (owned.isEmpty() ? "unnamed" : owned);
    }

    /** Only characters that no file system, URL or topic tool trips over. */
    private static String safe(String part) {
        String lower = part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._~+-]", "-");
        return lower.replaceAll("^[.]+$", "");
    }
}

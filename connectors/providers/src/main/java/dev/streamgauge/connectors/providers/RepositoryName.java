package dev.streamgauge.connectors.providers;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The canonical name of a repository, {@code host/owner/name} in lower case, so that all ways to name one repository give one name. It never holds a
 * user name, a password, a token or a port.
 */
public final class RepositoryName {

    private static final String HTTPS = "https://";
    private static final Pattern URL =
            Pattern.compile("^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/]*)(/.*)?$", Pattern.CASE_INSENSITIVE);
    /** {@code user@host:path}; a single letter before the colon is a Windows drive. */
    private static final Pattern SCP = Pattern.compile("^(?:[^/@]*@)?(\\[[^\\]]+\\]|[^/:@]{2,}):(?!//)(.*)$");

    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    // Compiled once: every event of every door is named by them.
    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Pattern LAST_SLASHES = Pattern.compile("/+$");
    private static final Pattern DOT_GIT = Pattern.compile("(/\\.git|\\.git)$");
    private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9._~+-]");
    private static final Pattern DOTS = Pattern.compile("[.]+");

    private RepositoryName() {}

    /** The name for the URL of a clone or of a page, or for {@code host:path}; null if the text is neither, or names no host or no path. */
    public static String ofUrl(String url) {
        return isPlain(url) ? url.substring(HTTPS.length()).toLowerCase(Locale.ROOT) : ofAny(url);
    }

    private static String ofAny(String url) {
        Matcher full = URL.matcher(url.strip());
        if (full.matches()) {
            return named(PORT.matcher(full.group(1)).replaceFirst(""), full.group(2));
        }
        Matcher scp = SCP.matcher(url.strip());
        return scp.matches() ? named(scp.group(1), scp.group(2)) : null;
    }

    // The address of a page, of which nothing has to change but capitals: nearly all are of this kind, and each event
    // has several.
    private static boolean isPlain(String url) {
        if (!url.startsWith(HTTPS) || url.endsWith(".git")) {
            return false;
        }
        boolean begins = true;
        int slashes = 0;
        for (int i = HTTPS.length(); i < url.length(); i++) {
            char c = url.charAt(i);
            boolean slash = c == '/' && !begins;
            if (!slash && !isLetterOrDigit(c) && (begins || "._~+-".indexOf(c) < 0)) {
                return false;
            }
            begins = slash;
            slashes += slash ? 1 : 0;
        }
        return slashes > 0 && !begins;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String named(String host, String path) {
        boolean whole =
                !host.isEmpty() && path != null && !path.replace("/", "").isEmpty();
        return whole ? of(host, path) : null;
    }

    /** The name for a host and a path of owner and name, whatever characters they hold. */
    public static String of(String host, String path) {
        String asked = QUERY.matcher(path).replaceAll("").replace('\\', '/');
        String trimmed = LAST_SLASHES.matcher(asked).replaceAll("");
        String bare = DOT_GIT.matcher(trimmed).replaceAll("");
        String owned = Arrays.stream(bare.split("/", -1))
                .map(RepositoryName::safe)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        return safe(host) + "/" + (owned.isEmpty() ? "unnamed" : owned);
    }

    /** Only characters that no file system, URL or topic tool trips over. */
    private static String safe(String part) {
        String lower = UNSAFE.matcher(part.toLowerCase(Locale.ROOT)).replaceAll("-");
        return DOTS.matcher(lower).matches() ? "" : lower;
    }
}

package dev.streamgauge.connectors.git;

import dev.streamgauge.connectors.providers.RepositoryName;
import java.nio.file.Path;
import java.util.Arrays;

/** The canonical name of a clone: that of its remote, or of its place on this machine. */
final class CloneName {

    static final String LOCAL_HOST = "localhost";

    private CloneName() {}

    /**
     * The name for a remote's URL.
     *
     * @param url as git knows it: a URL, {@code host:path}, or a path
     * @param base the directory from which a relative path is meant
     */
    static String ofRemote(String url, Path base) {
        String remote = RepositoryName.ofUrl(url);
        return remote == null ? ofPathText(localPath(url.strip(), base)) : remote;
    }

    /** The name of a clone without a remote: the last two names of its path, on {@code localhost}. */
    static String ofDirectory(Path directory) {
        return ofPathText(directory.toString());
    }

    private static String localPath(String url, Path base) {
        int scheme = url.indexOf("://");
        return scheme < 0 ? base.resolve(url).normalize().toString() : url.substring(scheme + 3);
    }

    private static String ofPathText(String path) {
        String whole = RepositoryName.of(LOCAL_HOST, path);
        String[] parts = whole.split("/", -1);
        int from = Math.max(1, parts.length - 2);
        return LOCAL_HOST + "/" + String.join("/", Arrays.copyOfRange(parts, from, parts.length));
    }
}

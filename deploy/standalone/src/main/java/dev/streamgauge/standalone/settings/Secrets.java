package dev.streamgauge.standalone.settings;

import java.util.regex.Pattern;

/** What must not be shown. */
final class Secrets {

    static final String MASK = "***";

    private static final Pattern NAME = Pattern.compile(
            "password|passphrase|secret|token|jaas|user\\.info|credential|routing\\.key|webhook\\.url|^alerting\\.receiver\\.[^.]+\\.url$|keystore\\.key|store\\.certificate|config\\.providers\\..*\\.param",
            Pattern.CASE_INSENSITIVE);

    /** {@code https://user:password@host}. */
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/@\\s]+@");

    private Secrets() {}

    /**
     * The value as it may be shown.
     *
     * @param written as it is in the file: what refers to a secret elsewhere is not secret itself
     * @param value what it came to
     */
    static String shown(String name, String written, String value) {
        if (References.isReference(written)) {
            return written;
        }
        boolean allowedPaths = name.endsWith(".param.allowed.paths");
        return NAME.matcher(name).find() && !allowedPaths && !isNamed(name)
                ? MASK
                : USER_INFO.matcher(value).replaceAll("$1" + MASK + "@");
    }

    /** A setting whose name speaks of secrets, and whose value is none. */
    private static boolean isNamed(String name) {
        return name.endsWith("basic.auth.credentials.source")
                || name.contains("token.endpoint.url")
                || name.endsWith(".type")
                || name.endsWith(".secret.file")
                || name.endsWith(".location");
    }
}

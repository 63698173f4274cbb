package dev.streamgauge.standalone.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Settings in the environment, named as Kafka's container image names its own: {@code STREAMGAUGE_TOPIC_PREFIX} is {@code topic.prefix}. */
final class Environment {

    static final String PREFIX = "STREAMGAUGE_";

    /** The launcher's own. */
    private static final Set<String> OTHERS = Set.of("STREAMGAUGE_JAVA_OPTS");

    /** What Kubernetes puts into every container beside a service that happens to be called as we are. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT(_[0-9]+_(TCP|UDP)(_.*)?)?");

    private Environment() {}

    /** The settings by their names. */
    static Map<String, String> settings(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX)
                    && !OTHERS.contains(variable)
                    && !SERVICE_LINK.matcher(variable).matches()) {
                settings.put(name(variable.substring(PREFIX.length())), value);
            }
        });
        return settings;
    }

    /** {@code _} is a dot, {@code __} an underscore, {@code ___} a hyphen. */
    static String name(String variable) {
        return variable.toLowerCase(Locale.ROOT)
                .replace("___", "-")
                .replace("__", "\0")
                .replace('_', '.')
                .replace('\0', '_');
    }
}

package dev.streamgauge.standalone.settings;

import dev.streamgauge.standalone.cli.Causes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Values that are kept elsewhere: {@code ${file:/run/secrets/github.properties:secret}}, {@code ${env:SECRET}}, {@code ${dir:/run/secrets:secret}}. Kafka's own
 * providers fetch them, and only those that {@code config.providers} names.
 */
final class References {

    static final String PROVIDERS = AbstractConfig.CONFIG_PROVIDERS_CONFIG;

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]*):([^}]*)}");

    private static final Map<String, String> USUAL = Map.of(
            "file", FileConfigProvider.class.getName(),
            "dir", DirectoryConfigProvider.class.getName(),
            "env", EnvVarConfigProvider.class.getName());

    private final Map<String, String> providers = new HashMap<>();
    private final List<String> mistakes;

    /** @param settings of which those of the providers are taken */
    References(Map<String, String> settings, List<String> mistakes) {
        this.mistakes = mistakes;
        settings.forEach((name, value) -> {
            if (isOwn(name)) {
                providers.put(name, value);
            }
        });
        for (String name : named()) {
            String type = PROVIDERS + "." + name + ".class";
            if (USUAL.containsKey(name)) {
                providers.putIfAbsent(type, USUAL.get(name));
            } else if (!providers.containsKey(type)) {
                mistakes.add(
                        "%s names '%s', which is none of file, dir and env: set %s".formatted(PROVIDERS, name, type));
            }
        }
    }

    static boolean isOwn(String name) {
        return name.equals(PROVIDERS) || name.startsWith(PROVIDERS + ".");
    }

    static boolean isReference(String value) {
        return REFERENCE.matcher(value).find();
    }

    private List<String> named() {
        return List.of(providers.getOrDefault(PROVIDERS, "").split(",")).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The settings with what they refer to. */
    Map<String, String> resolved(Map<String, String> settings) {
        Map<String, String> resolved = new TreeMap<>();
        settings.forEach((name, value) ->
                resolved.put(name, isOwn(name) || !isReference(value) ? value : resolved(name, value)));
        return resolved;
    }

    private String resolved(String name, String value) {
        Matcher reference = REFERENCE.matcher(value);
        while (reference.find()) {
            if (!named().contains(reference.group(1))) {
                mistakes.add("%s refers to ${%s:…}, but %s does not name '%s': add it there"
                        .formatted(name, reference.group(1), PROVIDERS, reference.group(1)));
                return value; // An empty one would be a second mistake.
            }
        }
        return fetched(name, value);
    }

    private String fetched(String name, String value) {
        Map<String, String> one = new HashMap<>(providers);
        one.put(name, value);
        try {
            Object found =
                    new AbstractConfig(new ConfigDef(), one, false).originals().get(name);
            if (value.equals(found)) {
                mistakes.add("%s refers to %s, and there is no such thing".formatted(name, value));
            }
            return String.valueOf(found);
        } catch (RuntimeException e) { // A provider of the user's own may throw anything.
            mistakes.add("%s refers to %s, which cannot be read: %s".formatted(name, value, Causes.of(e)));
            return value;
        }
    }
}

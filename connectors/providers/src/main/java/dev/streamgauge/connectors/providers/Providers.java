package dev.streamgauge.connectors.providers;

import dev.streamgauge.connectors.providers.devlake.DevLakeProvider;
import dev.streamgauge.connectors.providers.generic.GenericProvider;
import dev.streamgauge.connectors.providers.gitlab.GitLab;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every delivery system that the doors understand. */
public final class Providers {

    private static final List<Provider> ALL = List.of(new GitLab(), new DevLakeProvider(), new GenericProvider());

    private static final Map<String, Provider> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));

    private Providers() {}

    /** All of them, in the order of the documentation. */
    public static List<Provider> all() {
        return ALL;
    }

    /** The provider of this name, or null. */
    public static Provider named(String name) {
        return BY_NAME.get(name);
    }
}

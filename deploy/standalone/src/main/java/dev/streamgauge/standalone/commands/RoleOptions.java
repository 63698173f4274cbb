package dev.streamgauge.standalone.commands;

import dev.streamgauge.settings.flat.Listener;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which roles are meant. */
final class RoleOptions {

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "${COMPLETION-CANDIDATES}, separated by commas. Default: all for which there are settings.")
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    /** The roles with their settings, which may hold mistakes. */
    Map<Role, Service> with(ServiceSettings settings) {
        Map<Role, Service> services = new EnumMap<>(Role.class);
        (roles.isEmpty() ? Role.configured(settings) : roles).forEach(role -> services.put(role, role.with(settings)));
        return services;
    }

    /**
     * The roles with settings that can be used.
     *
     * @throws dev.streamgauge.standalone.StandaloneException with all mistakes
     */
    Map<Role, Service> usable(ServiceSettings settings) {
        Map<Role, Service> services = with(settings);
        settings.require(mistakes(services.values()));
        return services;
    }

    /** What is wrong with them, together. */
    static List<String> mistakes(Collection<Service> services) {
        List<Listener> listeners = services.stream()
                .flatMap(service -> service.listeners().stream())
                .toList();
        return Stream.concat(
                        services.stream().flatMap(service -> service.mistakes().stream()),
                        Listener.clashes(listeners).stream())
                .toList();
    }
}

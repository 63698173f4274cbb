package dev.streamgauge.standalone.serve;

import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.function.Function;

/** What a process can do for an installation. Each can run apart from the others, and as often as its load needs. */
public enum Role {
    /** Takes webhooks in. */
    GATEWAY(GatewayRole::new);

    @SuppressWarnings("ImmutableEnumChecker") // a constructor
    private final Function<ServiceSettings, Service> service;

    Role(Function<ServiceSettings, Service> service) {
        this.service = service;
    }

    /** The role with its settings; nothing runs yet. */
    public Service with(ServiceSettings settings) {
        return service.apply(settings);
    }
}

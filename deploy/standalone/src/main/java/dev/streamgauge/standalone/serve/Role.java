package dev.streamgauge.standalone.serve;

import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** What a process can do for an installation. Each can run apart from the others, and as often as its load needs. */
public enum Role {
    /** Takes webhooks in. */
    GATEWAY("source.", GatewayRole::new),
    /** Makes facts, aggregates, queues and alerts of events. */
    PROCESSORS("processors.", ProcessorsRole::new),
    /** Tells receivers of alerts. */
    ALERTING("alerting.receiver.", AlertingRole::new);

    private final String evidence;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor
    private final Function<ServiceSettings, Service> service;

    Role(String evidence, Function<ServiceSettings, Service> service) {
        this.evidence = evidence;
        this.service = service;
    }

    /** The roles that somebody has made settings for; all of them, if for none. */
    public static Set<Role> configured(ServiceSettings settings) {
        EnumSet<Role> configured = EnumSet.allOf(Role.class);
        configured.removeIf(role -> !settings.hasAny(role.evidence));
        return configured.isEmpty() ? EnumSet.allOf(Role.class) : configured;
    }

    /** The role with its settings; nothing runs yet. */
    public Service with(ServiceSettings settings) {
        return service.apply(settings);
    }
}

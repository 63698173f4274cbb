package dev.streamgauge.standalone.doctor;

import dev.streamgauge.standalone.testkit.cluster.Security;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brokers that refuse what no ACL allows; who somebody is, a password says. */
record Denying(List<String> names) implements Security {

    static final String ADMIN = "admin";

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"of-%1$s\"";

    Denying(String... names) {
        this(List.of(names));
    }

    @Override
    public String protocol() {
        return "SASL_PLAINTEXT";
    }

    @Override
    public Map<String, String> broker() {
        String passwords = names.stream()
                .map(" user_%s=\"of-%1$s\""::formatted)
                .collect(Collectors.joining("", LOGIN.formatted(ADMIN) + " user_admin=\"of-admin\"", ";"));
        return Map.of(
                "sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.client.plain.sasl.jaas.config",
                passwords,
                "listener.name.cut.plain.sasl.jaas.config",
                passwords,
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:ANONYMOUS;User:" + ADMIN); // The controllers are anonymous.
    }

    @Override
    public Map<String, String> client(String name) {
        return Map.of(
                "security.protocol",
                protocol(),
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN.formatted(name) + ";");
    }

    @Override
    public Map<String, Object> admin() {
        return Map.copyOf(client(ADMIN));
    }
}

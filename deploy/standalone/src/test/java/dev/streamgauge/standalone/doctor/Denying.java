package dev.streamgauge.standalone.doctor;

import dev.streamgauge.standalone.testkit.cluster.Security;
import java.util.Map;

/** Brokers that refuse what no ACL allows; who somebody is, a password says. */
record Denying(String user) implements Security {

    static final String ADMIN = "admin";

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"of-%1$s\"";

    @Override
    public String protocol() {
        return "SASL_PLAINTEXT";
    }

    @Override
    public Map<String, String> broker() {
        String users = LOGIN.formatted(ADMIN) + " user_admin=\"of-admin\" user_%s=\"of-%1$s\";".formatted(user);
        return Map.of(
                "sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.client.plain.sasl.jaas.config",
                users,
                "listener.name.cut.plain.sasl.jaas.config",
                users,
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

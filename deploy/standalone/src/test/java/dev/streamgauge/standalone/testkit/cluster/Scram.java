package dev.streamgauge.standalone.testkit.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.SaslConfigs;

/** TLS, users with passwords (SCRAM-SHA-512), and brokers that refuse what no ACL allows. */
public final class Scram implements Security {

    /** Who may do everything. */
    public static final String ADMIN = "admin";

    private static final String MECHANISM = "SCRAM-SHA-512";

    private final Tls tls;
    private final Set<String> users = new TreeSet<>();

    /**
     * Brokers with a certificate.
     *
     * @param users who can say who they are, beside the administrator
     */
    public Scram(Certificates certificates, String... users) {
        this.tls = new Tls(certificates);
        this.users.add(ADMIN);
        this.users.addAll(List.of(users));
    }

    /** What a user has to know. */
    public static String password(String user) {
        return "the-password-of-" + user;
    }

    /** As Kafka's clients have it. */
    public static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    @Override
    public String protocol() {
        return "SASL_SSL";
    }

    @Override
    public Map<String, String> broker() {
        Map<String, String> broker = new HashMap<>(tls.broker());
        broker.put("sasl.enabled.mechanisms", MECHANISM + ",PLAIN");
        broker.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
        for (String listener : List.of("client", "cut")) {
            broker.put("listener.name." + listener + ".scram-sha-512.sasl.jaas.config", jaas(ADMIN, password(ADMIN)));
            broker.put("listener.name." + listener + ".plain.sasl.jaas.config", plain());
        }
        broker.putAll(Tls.denying(ADMIN));
        return broker;
    }

    /** For clients whose SCRAM is too old for Kafka 4, as Debian 12's librdkafka (librdkafka#4895): the same users and passwords. */
    private String plain() {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required %s;"
                .formatted(users.stream()
                        .map(user -> "user_%s=\"%s\"".formatted(user, password(user)))
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public List<String> users() {
        return users.stream()
                .map(user -> "%s=[name=%s,password=%s]".formatted(MECHANISM, user, password(user)))
                .toList();
    }

    @Override
    public Map<String, String> client(String user) {
        Map<String, String> client = new HashMap<>(tls.client());
        client.put(SaslConfigs.SASL_MECHANISM, MECHANISM);
        client.put(SaslConfigs.SASL_JAAS_CONFIG, jaas(user, password(user)));
        return client;
    }

    @Override
    public Map<String, Object> admin() {
        return Map.copyOf(client(ADMIN));
    }
}

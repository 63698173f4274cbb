package dev.streamgauge.standalone.testkit.cluster;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;

/** What every secured cluster of the tests has, however its clients say who they are. */
record Tls(Certificates certificates) {

    private static final String STORE = "PKCS12";

    /** Of each broker. */
    Map<String, String> broker() {
        Map<String, String> broker = new HashMap<>(trust());
        broker.put(
                SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, certificates.broker().toString());
        broker.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, STORE);
        broker.put(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, Certificates.PASSWORD);
        broker.put(SslConfigs.SSL_KEY_PASSWORD_CONFIG, Certificates.PASSWORD);
        return broker;
    }

    /** Of each client. */
    Map<String, String> client() {
        Map<String, String> client = new HashMap<>(trust());
        client.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_SSL");
        return client;
    }

    private Map<String, String> trust() {
        return Map.of(
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                certificates.trust().toString(),
                SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                STORE,
                SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG,
                Certificates.PASSWORD);
    }

    /** What no ACL allows is refused; the controllers, whom no client reaches, and one user may do everything. */
    static Map<String, String> denying(String admin) {
        return Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "false",
                "super.users", "User:ANONYMOUS;User:" + admin);
    }
}

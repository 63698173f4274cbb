package dev.streamgauge.checks.neighbours;

import dev.streamgauge.standalone.testkit.cluster.Certificates;
import dev.streamgauge.standalone.testkit.cluster.Scram;
import dev.streamgauge.standalone.testkit.cluster.Security;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;

/** As {@link Scram}, but clients show tokens of an identity provider. Brokers among themselves, and the administrator, keep their passwords. */
final class OAuth implements Security {

    /** So long a connection may live without a new token, unless its token expires before. */
    private static final int LONGEST_MS = 3_600_000;

    private static final String MODULE = OAuthBearerLoginModule.class.getName()
            + " required ssl.truststore.location=\"%s\" ssl.truststore.type=\"PKCS12\" ssl.truststore.password=\"%s\";";

    /** A broker that asks for no token itself must name somebody all the same, as soon as there are options. */
    private static final String NOBODY = "required unsecuredLoginStringClaim_sub=\"nobody\"";

    private final Scram scram;
    private final Keycloak keycloak;
    private final String module;

    /** @param certificates of the authority that the provider has its own from */
    OAuth(Scram scram, Keycloak keycloak, Certificates certificates) {
        this.scram = scram;
        this.keycloak = keycloak;
        this.module = MODULE.formatted(certificates.trust(), Certificates.PASSWORD);
    }

    @Override
    public String protocol() {
        return scram.protocol();
    }

    @Override
    public Map<String, String> broker() {
        Map<String, String> broker = new HashMap<>(scram.broker());
        broker.merge(BrokerSecurityConfigs.SASL_ENABLED_MECHANISMS_CONFIG, "OAUTHBEARER", (a, b) -> a + "," + b);
        broker.put(SaslConfigs.SASL_OAUTHBEARER_JWKS_ENDPOINT_URL, keycloak.keys());
        broker.put(SaslConfigs.SASL_OAUTHBEARER_EXPECTED_ISSUER, keycloak.issuer());
        broker.put(SaslConfigs.SASL_OAUTHBEARER_EXPECTED_AUDIENCE, Keycloak.AUDIENCE);
        broker.put(SaslConfigs.SASL_OAUTHBEARER_SUB_CLAIM_NAME, Keycloak.CLIENT_CLAIM);
        for (String listener : List.of("client", "cut")) {
            String prefix = "listener.name." + listener + ".oauthbearer.";
            broker.put(prefix + SaslConfigs.SASL_JAAS_CONFIG, module.replace("required", NOBODY));
            broker.put(
                    prefix + BrokerSecurityConfigs.SASL_SERVER_CALLBACK_HANDLER_CLASS_CONFIG,
                    OAuthBearerValidatorCallbackHandler.class.getName());
            broker.put(prefix + BrokerSecurityConfigs.CONNECTIONS_MAX_REAUTH_MS_CONFIG, Integer.toString(LONGEST_MS));
        }
        return broker;
    }

    @Override
    public List<String> flags() {
        return List.of(
                "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=%s,%s".formatted(keycloak.keys(), keycloak.tokens()));
    }

    @Override
    public List<String> users() {
        return scram.users();
    }

    @Override
    public Map<String, String> client(String user) {
        Map<String, String> client = new HashMap<>(scram.client(user));
        client.put(SaslConfigs.SASL_MECHANISM, "OAUTHBEARER");
        client.put(SaslConfigs.SASL_JAAS_CONFIG, module);
        client.put(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS, OAuthBearerLoginCallbackHandler.class.getName());
        client.put(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, keycloak.tokens());
        client.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID, user);
        client.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET, Keycloak.secret(user));
        return client;
    }

    @Override
    public Map<String, Object> admin() {
        return scram.admin();
    }
}

package dev.streamgauge.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class KafkaTroubleTest {

    @Test
    void aTokenThatIsRefusedIsToldWithTheSettingsToLookAt() {
        // Given
        KafkaException failure = new KafkaException(
                "Failed to construct kafka consumer",
                new IOException(
                        "The response code 401 and error response {\"unauthorized_client\" - \"Invalid client\"} was encountered reading the token endpoint response; will not attempt further retries at org.apache.kafka.Some.retrieve(Some.java:171) at java.base/java.lang.Thread.run(Thread.java:1)"));

        // When
        String told = KafkaTrouble.of(failure);

        // Then
        assertThat(told)
                .startsWith(
                        "there is no token: the identity provider answers 401, {\"unauthorized_client\" - \"Invalid client\"}: look at ")
                .contains("sasl.oauthbearer.client.credentials.client.secret")
                .doesNotContain("Some.java");
    }

    @Test
    void anAddressThatTheJvmDoesNotAllowIsToldWithTheFlagThatAllowsIt() {
        // Given
        KafkaException failure = new KafkaException(
                "Invalid value https://login.example.org/token for configuration sasl.oauthbearer.token.endpoint.url: The URL cannot be accessed due to restrictions. Update the system property 'org.apache.kafka.sasl.oauthbearer.allowed.urls' to allow the URL to be accessed.");

        // When
        String told = KafkaTrouble.of(failure);

        // Then
        assertThat(told)
                .contains(
                        "STREAMGAUGE_JAVA_OPTS=-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=https://login.example.org/token,");
    }

    @Test
    void aPageOfWhoeverStandsBeforeTheProviderIsNotRepeated() {
        // Given
        KafkaException failure = new KafkaException(
                "The unexpected response code 503 and error message <html>\n<h1>gateway-7.internal</h1>\n</html> was encountered reading the token endpoint response");

        // When
        String told = KafkaTrouble.of(failure);

        // Then
        assertThat(told)
                .startsWith("there is no token: the identity provider answers 503: look at ")
                .doesNotContain("internal");
    }

    @Test
    void aProviderWhomNobodyTrustsIsToldWithWhereToSayOtherwise() {
        // Given
        LoginException failure = new LoginException(
                "org.apache.kafka.common.KafkaException: javax.net.ssl.SSLHandshakeException: PKIX path building failed");

        // When
        String told = KafkaTrouble.of(new KafkaException(failure));

        // Then
        assertThat(told)
                .startsWith("there is no token: TLS with the identity provider failed (")
                .contains("ssl.truststore.location within sasl.jaas.config");
    }

    @Test
    void aProviderThatDoesNotAnswerIsToldFromABrokerThatDoesNot() {
        // Given
        String message = "org.apache.kafka.common.KafkaException: java.net.ConnectException: Connection refused";

        // When
        String provider = KafkaTrouble.of(new KafkaException(new LoginException(message)));
        String broker = KafkaTrouble.of(new KafkaException(message));

        // Then
        assertThat(provider)
                .isEqualTo(
                        "there is no token: the identity provider does not answer (java.net.ConnectException: Connection refused): look at sasl.oauthbearer.token.endpoint.url");
        assertThat(broker).isEqualTo(message);
    }

    @Test
    void whereSomethingWasThrownIsNotTold() {
        // Given
        KafkaException failure = new KafkaException(
                "outside",
                new IOException(
                        "Nobody is there (at home)\n\tat org.apache.kafka.A.<init>(A.java:1)\n\tat java.base/java.lang.C.d(Native Method)"));

        // When
        String told = KafkaTrouble.of(failure);

        // Then
        assertThat(told).isEqualTo("Nobody is there (at home)");
    }
}

package dev.streamgauge.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import dev.streamgauge.schemas.testkit.TestRegistry.Answer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryConfigTest {

    private static final String SECRET = "s3cr3t-Pa55";

    private final TestRegistry registry = new TestRegistry();

    @AfterEach
    void close() {
        registry.close();
    }

    private static byte[] write(Map<String, ?> config) {
        Change change = new RandomRecords(31).next(Change.class);
        return Wire.from(config).serializer(Change.class, false).serialize("t", change);
    }

    private void assertRefused(Answer answer, String message) {
        registry.mood(call -> answer);
        assertThatThrownBy(() -> write(Map.of(WireConfig.URL, registry.url(), WireConfig.USER_INFO, "me:" + SECRET)))
                .isInstanceOf(RegistryConfigException.class)
                .isNotInstanceOf(RetriableException.class)
                .isNotInstanceOf(SerializationException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(SECRET);
        assertThat(registry.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | 40101 | refuses access (401",
                "403 | 40301 | refuses access (403",
                "404 |   404 | There is no schema registry at",
                "409 |   409 | an earlier one is not compatible with it",
                "422 | 42201 | refused to take dev.streamgauge.facts.v1.Change as a schema of t-value (422",
            })
    void aRefusalIsReportedAtOnceAndSaysWhatToDo(int status, int code, String message) {
        assertRefused(Answer.error(status, code, "no"), message);
    }

    @Test
    void whatIsNotARegistryIsNamedAsThat() {
        assertRefused(new Answer(200, "<html>Welcome</html>"), "is not a schema registry");
    }

    @Test
    void aRedirectIsNotFollowedBecauseItWouldCarryTheSecretElsewhere() {
        assertRefused(new Answer(302, "http://elsewhere/"), "to http://elsewhere/: set schema.registry.url");
    }

    @Test
    void userAndPasswordAreSent() {
        // When
        write(Map.of(
                WireConfig.URL,
                registry.url(),
                WireConfig.CREDENTIALS_SOURCE,
                "USER_INFO",
                WireConfig.USER_INFO,
                new Password("me:secret")));

        // Then
        assertThat(registry.authorizations()).containsExactly("Basic bWU6c2VjcmV0");
    }

    @Test
    void aTokenIsSent() {
        // When
        write(Map.of(WireConfig.URL, registry.url(), WireConfig.BEARER_TOKEN, "abc.def"));

        // Then
        assertThat(registry.authorizations()).containsExactly("Bearer abc.def");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema.registry.url            |                          | No schema registry is configured: set schema.registry.url",
                "schema.registry.url            | localhost:8081           | 'localhost:8081' is not an address",
                "schema.registry.url            | http://me:s3cr3t-Pa55@h  | must hold no credentials",
                "schema.registry.url            | http://h,ftp://h         | 'ftp://h' is not an address",
                "schema.registry.url            | http://my host:8081      | 'http://my host:8081' is not an address",
                "schema.registry.url            | http://h:port            | 'http://h:port' is not an address",
                "schema.registry.retry.ms       | soon                     | 'soon' is not a number of milliseconds",
                "basic.auth.user.info           | s3cr3t-Pa55              | should look like user:password",
                "basic.auth.credentials.source  | SASL_INHERIT             | 'SASL_INHERIT' is not supported: use USER_INFO",
                "bearer.auth.token              | a b                      | Set only one of",
                "schema.registry.ssl.truststore.location | /nowhere.p12    | schema.registry.ssl.truststore.location: cannot read /nowhere.p12",
                "schema.registry.ssl.protocol  | NOPE | TLS settings (schema.registry.ssl.*) do not work",
                "avro.serializer                | no.such.Thing            | no.such.Thing is not a Serializer on the class path",
            })
    void aWrongSettingIsNamedWithoutItsSecret(String key, String value, String message) {
        // Given
        Map<String, Object> config =
                new HashMap<>(Map.of(WireConfig.URL, registry.url(), WireConfig.USER_INFO, "me:" + SECRET));
        config.put(key, value);

        // When // Then
        assertThatThrownBy(() -> write(config))
                .isInstanceOf(RegistryConfigException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void settingsDoNotShowTheirSecret() {
        // When
        RegistrySettings settings =
                RegistrySettings.from(Map.of(WireConfig.URL, registry.url(), WireConfig.USER_INFO, "me:" + SECRET));

        // Then
        assertThat(settings.toString()).contains("hidden").doesNotContain(SECRET);
    }
}

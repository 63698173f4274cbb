package dev.streamgauge.connectors.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConfigTest {

    private static final List<String> PROVIDERS = List.of("circleci", "generic", "github", "gitlab");
    private static final Map<String, String> ENOUGH =
            Map.of("source.acme.provider", "github", "source.acme.secret", "the-secret");

    @Test
    void aSourceIsAllThatIsNeeded() {
        // When
        GatewayConfig config = GatewayConfig.of(ENOUGH, PROVIDERS);

        // Then
        assertThat(config.listen().webhooks()).hasToString("127.0.0.1:8090");
        assertThat(config.listen().webhooks().isLoopback()).isTrue();
        assertThat(config.limits().answerTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.limits().maxBody()).isEqualTo(25 << 20);
        assertThat(config.keep().raw()).isEqualTo(RawMode.REDACTED);
        assertThat(config.tls().isOn()).isFalse();
        assertThat(config.doorsFile()).isNull();
        assertThat(config.sources())
                .containsEntry("acme", new SourceConfig("github", Scheme.GITHUB, new Secret("the-secret"), null, null));
    }

    @ParameterizedTest
    @CsvSource({"github, GITHUB", "gitlab, GITLAB_TOKEN", "circleci, CIRCLECI", "generic, BEARER"})
    void theSchemeIsTheProvidersOwnUnlessSet(String provider, Scheme expected) {
        // Given
        Map<String, String> settings = Map.of("source.a.provider", provider, "source.a.secret", "12345678");

        // When
        GatewayConfig config = GatewayConfig.of(settings, PROVIDERS);

        // Then
        assertThat(config.sources().get("a").scheme()).isEqualTo(expected);
        assertThat(GatewayConfig.of(with(settings, "source.a.scheme", "standard-webhooks"), PROVIDERS)
                        .sources()
                        .get("a")
                        .scheme())
                .isEqualTo(Scheme.STANDARD_WEBHOOKS);
    }

    @Test
    void twoSecretsMayBeValidAtOnce() {
        // When
        GatewayConfig config = GatewayConfig.of(with(ENOUGH, "source.acme.secret.previous", "old-secret"), PROVIDERS);

        // Then
        assertThat(config.sources().get("acme").secrets())
                .containsExactly(new Secret("the-secret"), new Secret("old-secret"));
    }

    @Test
    void allMistakesAreToldAtOnceWithWhatIsNearestAndWithoutSecrets() {
        // Given
        Map<String, String> settings = Map.of(
                "gateway.lisen", "127.0.0.1:1",
                "gateway.max.body.bytes", "many",
                "gateway.raw", "perhaps",
                "source.acme.provider", "gihub",
                "source.acme.sercet", "canary-secret",
                "source.b.secret", "canary",
                "doors.file", "/nowhere/doors.yaml");

        // When
        List<String> mistakes = mistakes(settings);

        // Then
        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "gateway.max.body.bytes should be a whole number above 0",
                        "gateway.raw should be on, redacted or off",
                        "source.acme.provider is 'gihub', which is no provider, did you mean 'github'?",
                        "source.acme.secret is missing: without it anybody could send",
                        "source.b.provider is missing: it says who sends, one of circleci, generic, github, gitlab",
                        "'gateway.lisen' is no setting, did you mean 'gateway.listen'?",
                        "'source.acme.sercet' is no setting, did you mean 'source.acme.secret'?",
                        "doors.file: the file " + Path.of("/nowhere/doors.yaml") + " cannot be read");
        assertThat(String.join("", mistakes)).doesNotContain("canary");
    }

    @Test
    void nothingIsTakenFromAnybodyUnlessSourcesAreConfigured() {
        assertThat(mistakes(Map.of()))
                .containsExactly("No source is configured: set source.<name>.provider and source.<name>.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:0", "localhost:1", "[::1]:65535"})
    void aSourceThatProvesNothingIsFineOnLoopback(String address) {
        // When
        GatewayConfig config = GatewayConfig.of(open(address), PROVIDERS);

        // Then
        assertThat(config.sources().get("a").secrets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:1", "[::]:1", "192.0.2.1:1"})
    void aSourceThatProvesNothingIsRefusedWhereOthersCanReachIt(String address) {
        assertThat(mistakes(open(address)))
                .containsExactly("source.a.scheme is none, but gateway.listen is " + address
                        + ", where others than this machine can send: choose a scheme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8090", ":8090", "host:", "host:x", "host:70000", ""})
    void anAddressHasAHostAndAPort(String address) {
        assertThat(mistakes(with(ENOUGH, "gateway.listen", address)))
                .containsExactly("gateway.listen should be host:port, for example 127.0.0.1:8090");
    }

    @Test
    void aSecretThatCanBeGuessedIsRefused() {
        assertThat(mistakes(with(ENOUGH, "source.acme.secret", "1234567")))
                .containsExactly("source.acme.secret is too short: it needs at least 8 characters");
    }

    @Test
    void aKeystoreNeedsItsPassword() {
        assertThat(mistakes(with(ENOUGH, "gateway.tls.keystore", "pom.xml")))
                .containsExactly("gateway.tls.keystore.password is missing: gateway.tls.keystore is set");
    }

    @Test
    void theConfigurationCanBeShown() {
        assertThat(GatewayConfig.of(ENOUGH, PROVIDERS).toString())
                .contains("***")
                .doesNotContain("the-secret");
    }

    private static Map<String, String> open(String address) {
        return Map.of("source.a.provider", "generic", "source.a.scheme", "none", "gateway.listen", address);
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    private static List<String> mistakes(Map<String, String> settings) {
        return catchThrowableOfType(SettingsException.class, () -> GatewayConfig.of(settings, PROVIDERS))
                .mistakes();
    }
}

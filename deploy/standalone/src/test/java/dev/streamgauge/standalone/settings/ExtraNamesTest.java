package dev.streamgauge.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtraNamesTest {

    @TempDir
    Path directory;

    @Test
    void shouldPassOnWhatIsListedToTheClientsThatItIsFor() throws IOException {
        // Given
        ServiceSettings settings = settings("""
                extra.client.settings=acme.token.url, acme.retry.*
                kafka.acme.token.url=https://login.example.org
                consumer.acme.retry.ms=5
                """);

        // Then
        assertThatCode(() -> settings.require(List.of())).doesNotThrowAnyException();
        assertThat(settings.producer()).containsKey("acme.token.url").doesNotContainKey("acme.retry.ms");
        assertThat(settings.consumer())
                .containsEntry("acme.token.url", "https://login.example.org")
                .containsEntry("acme.retry.ms", "5");
        assertThat(settings.admin()).containsKey("acme.token.url").doesNotContainKey("acme.retry.ms");
    }

    @Test
    void shouldStillNameWhatIsMisspelled() throws IOException {
        // Given
        ServiceSettings settings = settings("""
                extra.client.settings=acme.*
                kafka.secutiry.protocol=SSL
                kafka.other.url=x
                """);

        // Then
        assertThatThrownBy(() -> settings.require(List.of()))
                .isInstanceOfSatisfying(
                        StandaloneException.class,
                        e -> assertThat(e.mistakes())
                                .hasSize(2)
                                .anyMatch(told -> told.contains("did you mean 'kafka.security.protocol'?"))
                                .anyMatch(told -> told.contains("'kafka.other.url' is no setting")));
    }

    @Test
    void shouldNotLetEverythingPass() throws IOException {
        // Given
        ServiceSettings settings = settings("extra.client.settings=*\n");

        // Then
        assertThatThrownBy(() -> settings.require(List.of()))
                .isInstanceOfSatisfying(
                        StandaloneException.class,
                        e -> assertThat(e.mistakes())
                                .containsExactly(
                                        "extra.client.settings may not be a star alone: every misspelled name would pass"));
    }

    @Test
    void shouldTakeTheFileOfASecretFromBesideTheSettingsAndShowItsNameOnly() throws IOException {
        // Given
        Files.writeString(directory.resolve("ci.secret"), "canary-of-the-file");
        ServiceSettings settings = settings("source.ci.secret.file=ci.secret\n");

        // Then
        assertThat(settings.gateway())
                .containsEntry(
                        "source.ci.secret.file", directory.resolve("ci.secret").toString());
        assertThat(settings.printed())
                .contains("source.ci.secret.file=" + directory.resolve("ci.secret"))
                .doesNotContain("canary");
    }

    @Test
    void shouldNotShowWhatMayBeASecretUnderAMisspelledName() throws IOException {
        // Given
        ServiceSettings settings = settings("""
                source.github.secert=canary
                kafka.sasl.jass.config=canary
                gateway.tls.keystore.pasword=canary
                source.github.provider=github
                """);

        // Then
        assertThat(settings.printed())
                .contains("source.github.secert=***\n", "source.github.provider=github\n")
                .doesNotContain("canary");
    }

    private ServiceSettings settings(String more) throws IOException {
        Path file = Files.writeString(
                directory.resolve("streamgauge.properties"),
                "bootstrap.servers=127.0.0.1:9092\nschema.registry.url=http://127.0.0.1:8081\n" + more);
        return ServiceSettings.read(file, Map.of());
    }
}
